import { startTimerWorker } from '@official-accounts/server/jobs/timers/timer-worker'
import { QUEUES } from '@official-accounts/server/queues'
import { migrate } from '@official-accounts/db/migrate'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await migrate(app.database.ownerUrl, { queues: QUEUES })
})
afterAll(() => app.close())

test('a start makes up for what came due while nothing ran, and sees to it that every hour does', async () => {
  const accountId = await insertAccount(app, 'ACTIVE')
  const boss = app.services.commands.boss as Parameters<typeof startTimerWorker>[0]['commands']['boss']
  await startTimerWorker({ commands: { ...app.services.commands, boss }, log: pino({ level: 'silent' }) })
  const running = async () => {
    const { rows } = await app.owner.query('select kind from account_timer where account_id = $1', [
      rawId(accountId),
    ])
    return rows.map(({ kind }) => kind)
  }
  await expect.poll(running, { timeout: 30_000 }).toEqual(['VACANCY'])
  expect((await boss.getSchedules()).map(({ cron }) => cron)).toEqual(['11 * * * *'])
})
