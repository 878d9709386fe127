import { startTimerWorker } from '@official-accounts/server/jobs/timers/timer-worker'
import { QUEUES, TIMER_QUEUE } from '@official-accounts/server/queues'
import { newId } from '@official-accounts/db/uuid'
import { migrate } from '@official-accounts/db/migrate'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertRow, rawId } from '../support/records.ts'

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

test('V.B.5: each warning and the suspension come at their instants, and not with the next hour’s sweep', async () => {
  const DAY = 86_400_000
  const soon = Date.now() + 8_000
  const dueIn = { first: 14 * DAY, last: 7 * DAY, end: 0 }
  const accounts: Record<string, string> = {}
  for (const [what, days] of Object.entries(dueIn)) {
    const accountId = await insertAccount(app, 'ACTIVE')
    accounts[what] = rawId(accountId)
    await insertRow(app, 'account_timer', {
      id: newId(),
      account_id: rawId(accountId),
      kind: 'VACANCY',
      started_at: new Date(soon - 30 * DAY),
      due_at: new Date(soon + days),
      last_warned_at: what === 'end' ? new Date(soon - 7 * DAY) : null,
      first_warned_at: what === 'first' ? null : new Date(soon - 14 * DAY),
    })
  }
  // Some event, after which the worker looks.
  const boss = app.services.commands.boss as Parameters<typeof startTimerWorker>[0]['commands']['boss']
  await boss.send(TIMER_QUEUE, {})
  const steps = async () => {
    const { rows } = await app.owner.query(
      `select case when t.ended_at is not null then 'end' when last_warned_at > now() - interval '1 day' then 'last'
         when first_warned_at > now() - interval '1 day' then 'first' end as step,
         coalesce(t.ended_at, last_warned_at, first_warned_at) as at
       from account_timer t where account_id = any($1) order by due_at desc`,
      [Object.values(accounts)],
    )
    return rows
  }
  const named = async () => (await steps()).map(({ step }) => step)
  await expect.poll(named, { timeout: 60_000, interval: 250 }).toEqual(['first', 'last', 'end'])
  for (const { at } of await steps()) expect(at.getTime()).toBeGreaterThanOrEqual(soon)
})
