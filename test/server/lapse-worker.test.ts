import { migrate } from '@official-accounts/db/migrate'
import { startWorker, type WorkerOptions } from '@official-accounts/server/jobs/worker'
import { affectsLapses } from '@official-accounts/server/jobs/lapses/lapse-triggers'
import { QUEUES } from '@official-accounts/server/queues'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertPerson, rawId } from '../support/records.ts'
import { insertAnswered } from '../support/trained-people.ts'

const REASON = { reason: 'Because the test says so.' }
const WAIT = { timeout: 60_000, interval: 250 }
/** Long enough for the worker to have seen what began before it ends. */
const HELD_MS = 12_000

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await migrate(app.database.ownerUrl, { queues: QUEUES })
  const boss = app.services.commands.boss as WorkerOptions['commands']['boss']
  const nothing = async () => {}
  const publisher = {
    publish: () => Promise.resolve({ outcome: 'PUBLISHED' as const, accountCount: 1, fault: null }),
    makeWay: () => {},
    followRegistry: nothing,
    recover: nothing,
    failuresInRow: () => Promise.resolve(0),
    idle: nothing,
  }
  const commands = { ...app.services.commands, boss }
  await startWorker({ commands, publisher, mailer: null, log: pino({ level: 'silent' }) })
})
afterAll(() => app.close())

async function findings(accountId: string, code: string): Promise<readonly string[]> {
  const { rows } = await app.owner.query(
    'select state::text from finding where account_id = $1 and code = $2',
    [rawId(accountId), code],
  )
  return rows.map(({ state }) => state).sort()
}

async function timers(accountId: string): Promise<readonly string[]> {
  const { rows } = await app.owner.query(
    'select kind::text, outcome::text from account_timer where account_id = $1 order by started_at',
    [rawId(accountId)],
  )
  return rows.map(({ kind, outcome }) => `${kind} ${outcome}`)
}

async function excepted(accountId: string, clauses: readonly string[]): Promise<{ id: string; until: Date }> {
  const until = new Date(Date.now() + HELD_MS)
  const written = {
    justification: 'The office has no website of its own yet.',
    validUntil: until.toISOString(),
  }
  const { id } = await act(app, 'manager-cbp', 'requestException', { accountId, clauses, ...written })
  await act(app, 'opa', 'decideException', { exceptionId: id, decision: 'GRANT', ...REASON })
  return { id, until }
}

async function endedAt(exceptionId: string): Promise<Date | null> {
  const { rows } = await app.owner.query('select ended_at from exception where id = $1', [rawId(exceptionId)])
  return rows[0].ended_at
}

describe('V.B.12: the worker looks at what an exception held open in the instant it ends', () => {
  test('the finding comes back, and the time to the suspension begins', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { columns: { official_outlet_url: null } })
    const { id, until } = await excepted(accountId, ['V.B.10', 'V.B.5'])
    await expect.poll(() => endedAt(id), WAIT).not.toBeNull()
    expect((await endedAt(id))?.getTime()).toBeGreaterThanOrEqual(until.getTime())
    await expect.poll(() => findings(accountId, 'NO_OFFICIAL_OUTLET'), WAIT).toEqual(['OPEN'])
    await expect.poll(() => timers(accountId), WAIT).toContain('VACANCY null')
  })
  test('and in the instant it is revoked', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { columns: { official_outlet_url: null } })
    const validUntil = new Date(Date.now() + 86_400_000).toISOString()
    const written = { justification: 'The office has no website of its own yet.', validUntil }
    const asked = await act(app, 'manager-cbp', 'requestException', {
      accountId,
      clauses: ['V.B.10'],
      ...written,
    })
    await act(app, 'opa', 'decideException', { exceptionId: asked.id, decision: 'GRANT', ...REASON })
    await act(app, 'opa', 'revokeException', { exceptionId: asked.id, ...REASON })
    await expect.poll(() => findings(accountId, 'NO_OFFICIAL_OUTLET'), WAIT).toEqual(['OPEN'])
  })
})

test('V.B.5: the worker ends what rests on a role in the instant the role ends', async () => {
  const personId = await insertPerson(app, 'CBP')
  const validUntil = new Date(Date.now() + HELD_MS).toISOString()
  const role = {
    personId,
    role: 'ACCOUNT_MANAGER',
    componentId: app.componentId('CBP'),
    validUntil,
    ...REASON,
  }
  expect((await act(app, 'admin', 'grantRole', role)).code).toBeUndefined()
  const accountId = await insertAnswered(app, personId)
  await expect.poll(() => timers(accountId), WAIT).toEqual(['VACANCY null'])
  const { rows } = await app.owner.query('select ended_at from contact where account_id = $1', [
    rawId(accountId),
  ])
  expect(rows[0].ended_at.getTime()).toBeGreaterThanOrEqual(new Date(validUntil).getTime())
})

test.each(['role.granted', 'delegation.recorded', 'exception.granted', 'training.recorded'])(
  '%s may set a date',
  (type) => {
    expect(affectsLapses(type)).toBe(true)
  },
)
test.each(['timer.started', 'publication.requested', 'finding.evaluated'])('%s does not', (type) => {
  expect(affectsLapses(type)).toBe(false)
})
