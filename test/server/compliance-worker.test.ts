import { EVENT_QUEUE } from '@official-accounts/db/outbox'
import { migrate } from '@official-accounts/db/migrate'
import type { Publisher } from '@official-accounts/server/jobs/publication/publisher'
import { startWorker } from '@official-accounts/server/jobs/worker'
import { COMPLIANCE_QUEUE, QUEUES } from '@official-accounts/server/queues'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'

const SOON = { timeout: 30_000 }
const UNPUBLISHED: Publisher = {
  publish: () => Promise.resolve({ outcome: 'UNCHANGED', accountCount: 0, fault: null }),
  makeWay: () => {},
  followRegistry: () => Promise.resolve(),
  recover: () => Promise.resolve(),
  failuresInRow: () => Promise.resolve(0),
  idle: () => Promise.resolve(),
}
const WHOLE = {
  officialOutletUrl: 'https://www.cbp.gov/travel',
  commentPolicyUrl: 'https://www.cbp.gov/comment-policy',
  privacyNoticeUrl: 'https://www.cbp.gov/privacy',
  recordsCaptureMethod: 'Exported every week.',
}

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  // The queues of a test's database are those that commands write to; the worker has more.
  await migrate(app.database.ownerUrl, { queues: QUEUES })
  const boss = app.services.commands.boss as Parameters<typeof startWorker>[0]['commands']['boss']
  await startWorker({
    mailer: null,
    commands: { ...app.services.commands, boss },
    publisher: UNPUBLISHED,
    log: pino({ level: 'silent' }),
  })
  // What a start evaluates is over: what is found from here on follows from an event.
  await vi.waitUntil(async () => (await waiting(COMPLIANCE_QUEUE)) === 0, SOON)
})
afterAll(() => app.close())

async function waiting(queue: string): Promise<number> {
  const { rows } = await app.owner.query(
    `select count(*)::int as count from pgboss.job where name = $1 and state in ('created', 'active', 'retry')`,
    [queue],
  )
  return rows[0].count
}

async function open(accountId: string): Promise<readonly string[]> {
  const { rows } = await app.owner.query<{ code: string }>(
    `select code from finding where account_id = $1 and state = 'OPEN' order by code`,
    [rawId(accountId)],
  )
  return rows.map(({ code }) => code)
}

function update(accountId: string, purpose: string | null, administrators: number) {
  const input = { accountId, title: 'For the test', purpose, administrators, ...WHOLE }
  return act(app, 'manager-cbp', 'updateAccount', input)
}

test('a change opens a finding and its correction closes it: command, outbox, worker, evaluation', async () => {
  const id = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
  await update(id, 'Tell travelers about waiting times at one crossing.', 1)
  await expect.poll(() => open(id), SOON).toEqual(['FEW_ADMINISTRATORS'])
  await update(id, 'Tell travelers about waiting times at one crossing.', 2)
  await expect.poll(() => open(id), SOON).toEqual([])
  const { rows } = await app.owner.query(
    `select action, actor_kind from audit_entry
     where subject_id in (select id::text from finding where account_id = $1) order by seq`,
    [rawId(id)],
  )
  const evaluated = { action: 'compliance.evaluate', actor_kind: 'SYSTEM' }
  expect(rows).toEqual([evaluated, evaluated])
})

test('a contact who is deactivated leaves every account of theirs found vacant, through the events of the person', async () => {
  const ids = [
    await insertAccount(app, 'ACTIVE', { component: 'FEMA', primary: 'manager-fema' }),
    await insertAccount(app, 'ACTIVE', { component: 'FEMA', primary: 'manager-fema' }),
  ]
  await act(app, 'admin', 'deactivatePerson', { personId: app.personId('manager-fema'), reason: 'Left.' })
  for (const id of ids) await expect.poll(() => open(id), SOON).toContain('POC_VACANT')
})

test('an event delivered twice finds nothing twice, and an evaluation leads to no other', async () => {
  const id = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp', columns: { purpose: null } })
  const event = { id: rawId(id), type: 'account.updated', subject: `Account/${rawId(id)}`, time: 'now' }
  for (let time = 0; time < 2; time++) await app.services.commands.boss.send(EVENT_QUEUE, event)
  await expect.poll(() => open(id), SOON).toContain('NO_PURPOSE')
  await expect
    .poll(async () => (await waiting(EVENT_QUEUE)) + (await waiting(COMPLIANCE_QUEUE)), SOON)
    .toBe(0)
  expect((await open(id)).filter((code) => code === 'NO_PURPOSE')).toHaveLength(1)
})
