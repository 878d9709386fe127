import { sweepTimers } from '@official-accounts/commands/account-timer/sweep-timers'
import { evaluateAround } from '@official-accounts/commands/compliance/evaluate-around'
import { meetLapses } from '@official-accounts/commands/lapse/meet-lapses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'
import { insertAnswered, insertTrained } from '../support/trained-people.ts'

const T0 = new Date('2026-11-22T12:00:00Z')
/** The first day on which the training of the people here does not count. */
const LAPSE = new Date('2026-12-01T00:00:00Z')
const DAY_MS = 86_400_000
const REASON = { reason: 'Because the test says so.' }

let now = T0
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
})
afterAll(() => app.close())

const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)
const at = (instant: Date, days = 0, ms = 0) => {
  now = new Date(instant.getTime() + days * DAY_MS + ms)
}
const meet = () => meetLapses(app.services.commands)
const sweep = async () => (await sweepTimers(app.services.commands)).advanced
const NOTHING = { accounts: [], platforms: [], components: [], people: [], exceptions: [], everything: false }

/** An account whose primary contact has training until a day, and that contact. */
async function accountUntil(expiresOn: Date): Promise<{ accountId: string; personId: string }> {
  const personId = await insertTrained(app, 'CBP', expiresOn)
  return { accountId: await insertAnswered(app, personId), personId }
}

async function shown(id: string) {
  const document = `query ($id: ID!) {
    account(id: $id) { state status vacant timers { kind outcome daysLeft } findings { code state detail } }
  }`
  const { data, errors } = await app.as('opa', document, { id })
  expect(errors).toBeUndefined()
  return data.account
}

async function isListed(id: string, vacant: boolean): Promise<boolean> {
  const document = `query ($filter: AccountFilter) { accounts(first: 1, filter: $filter) { totalCount } }`
  const { data } = await app.as('opa', document, { filter: { vacant, ids: [id] } })
  return data.accounts.totalCount === 1
}

async function waits(id: string): Promise<boolean> {
  const document = `{ workItems(first: 100, queues: ["VACANCY"]) { items { subjectId } } }`
  const { data } = await app.as('director-cbp', document)
  return data.workItems.items.some(({ subjectId }: { subjectId: string }) => subjectId === id)
}

async function audited(subjectId: string): Promise<readonly string[]> {
  const { rows } = await app.owner.query(
    `select actor_kind, action, clauses from audit_entry where subject_id = $1 and outcome = 'ACCEPTED' order by seq`,
    [rawId(subjectId)],
  )
  return rows.map(({ actor_kind, action, clauses }) => `${actor_kind} ${action} ${clauses.join()}`)
}

async function train(personId: string, completedOn: string): Promise<void> {
  const { rows } = await app.owner.query(`select id from training_course where sample`)
  const courseId = Buffer.from(`TrainingCourse:${rows[0].id}`).toString('base64')
  const recorded = await act(app, 'opa', 'recordTraining', { courseId, personId, completedOn })
  expect(recorded.code, recorded.message).toBeUndefined()
}

/** An exception asked for now and granted, until an instant. */
async function excepted(scope: object, clauses: readonly string[], validUntil: Date): Promise<Outcome> {
  const written = {
    justification: 'The course is not given this month.',
    validUntil: validUntil.toISOString(),
  }
  const asked = await act(app, 'manager-cbp', 'requestException', { clauses, ...written, ...scope })
  return act(app, 'opa', 'decideException', { exceptionId: asked.id, decision: 'GRANT', ...REASON })
}

describe('V.B.5, IV.A.3: an account is vacant in the instant the training of whoever answers for it runs out', () => {
  test('in the record, in lists and in work items alike; a moment before it is not', async () => {
    const { accountId } = await accountUntil(LAPSE)
    at(LAPSE, 0, -1)
    expect(await shown(accountId)).toMatchObject({
      status: 'ACTIVE',
      vacant: false,
    })
    expect([await isListed(accountId, true), await waits(accountId)]).toEqual([false, false])
    at(LAPSE)
    expect(await shown(accountId)).toMatchObject({
      status: 'POC_VACANT',
      vacant: true,
    })
    expect([await isListed(accountId, true), await isListed(accountId, false)]).toEqual([true, false])
    expect(await waits(accountId)).toBe(true)
  })
  test('a time runs from then to its suspension, by the policy and nobody’s decision', async () => {
    at(T0)
    const { accountId, personId } = await accountUntil(LAPSE)
    at(LAPSE, 0, -1)
    await meet()
    expect((await shown(accountId)).timers).toEqual([])
    at(LAPSE)
    expect((await meet()).people).toBeGreaterThan(0)
    expect((await shown(accountId)).timers).toEqual([{ kind: 'VACANCY', outcome: null, daysLeft: 30 }])
    expect(await audited(personId)).toEqual(['SYSTEM training.lapse IV.A.3,V.B.5'])
    expect(await audited(accountId)).toEqual(['SYSTEM training.lapse V.B.5'])
    expect(await meet()).toEqual({
      roles: 0,
      delegations: 0,
      exceptions: 0,
      people: 0,
      privacyApprovals: 0,
    })
    at(LAPSE, 16)
    expect(await sweep()).toBeGreaterThan(0)
    at(LAPSE, 30)
    await sweep()
    expect(await shown(accountId)).toMatchObject({ state: 'SUSPENDED', vacant: true })
    expect(clauseIds(await act(app, 'aspa', 'reinstateAccount', { accountId, ...REASON }))).toEqual([
      'IV.A.3',
    ])
  })
  test('recording the course again ends it at once', async () => {
    at(T0)
    const { accountId, personId } = await accountUntil(LAPSE)
    at(LAPSE, 1)
    await meet()
    await train(personId, '2026-12-02')
    expect(await shown(accountId)).toMatchObject({
      status: 'ACTIVE',
      vacant: false,
      timers: [{ kind: 'VACANCY', outcome: 'RESOLVED' }],
    })
    expect(await isListed(accountId, true)).toBe(false)
    expect(await audited(accountId)).toEqual(['SYSTEM training.lapse V.B.5', 'PERSON training.record V.B.5'])
  })
  test('a finding says why, and closes with the training', async () => {
    at(T0)
    const { accountId, personId } = await accountUntil(LAPSE)
    at(LAPSE)
    const evaluate = () => evaluateAround(app.services.commands, { ...NOTHING, people: [rawId(personId)] })
    await evaluate()
    expect((await shown(accountId)).findings).toContainEqual({
      code: 'POC_VACANT',
      state: 'OPEN',
      detail: 'The training of its primary contact has run out (IV.A.3).',
    })
    await train(personId, '2026-12-01')
    await evaluate()
    expect((await shown(accountId)).findings).toContainEqual(
      expect.objectContaining({ code: 'POC_VACANT', state: 'CLOSED' }),
    )
  })
  test('a new course that is required from a day on makes contacts vacant on that day, and not before', async () => {
    at(T0)
    const { accountId } = await accountUntil(new Date('2099-01-01T00:00:00Z'))
    const requiredFrom = new Date(T0.getTime() + 5 * DAY_MS).toISOString()
    const course = {
      title: 'Handling of records',
      description: 'What is kept and for how long.',
      requiredFrom,
    }
    const added = await act(app, 'opa', 'addTrainingCourse', { ...course, required: true })
    expect(added.code, added.message).toBeUndefined()
    at(T0, 5, -1)
    expect((await shown(accountId)).vacant).toBe(false)
    at(T0, 5)
    expect((await shown(accountId)).vacant).toBe(true)
    await meet()
    expect((await shown(accountId)).timers).toMatchObject([{ kind: 'VACANCY', outcome: null }])
    const ended = await act(app, 'opa', 'endTrainingCourse', { courseId: added.id, ...REASON })
    expect(ended.code, ended.message).toBeUndefined()
    await sweep()
    expect(await shown(accountId)).toMatchObject({ vacant: false, timers: [{ outcome: 'RESOLVED' }] })
  })
})

test('V.B.8, IV.A.3: control is not handed over to somebody without current training, unless excepted', async () => {
  at(T0)
  const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
  const personId = await insertTrained(app, 'CBP', new Date('2026-11-22T00:00:00Z'))
  const handOver = () => act(app, 'director-cbp', 'handOverContact', { accountId, personId, ...REASON })
  expect(clauseIds(await handOver())).toEqual(['IV.A.3'])
  await excepted({ accountId }, ['IV.A.3'], LAPSE)
  expect((await handOver()).vacant).toBe(false)
})

describe('V.B.12: a written exception holds the place of an untrained contact for its time', () => {
  test('to V.B.5 it stays vacant and shown so, and no time runs while it lasts', async () => {
    at(T0)
    const { accountId } = await accountUntil(LAPSE)
    const until = new Date(LAPSE.getTime() + 10 * DAY_MS)
    await excepted({ accountId }, ['V.B.5'], until)
    at(LAPSE, 1)
    await meet()
    expect(await shown(accountId)).toMatchObject({ vacant: true, timers: [] })
    at(until)
    await meet()
    await sweep()
    expect((await shown(accountId)).timers).toMatchObject([{ kind: 'VACANCY', outcome: null }])
  })
  test.each(['account', 'component', 'component on the platform'])(
    'to IV.A.3 for the %s: nothing is vacant until it ends, and then at once',
    async (subject) => {
      at(T0)
      const { accountId } = await accountUntil(LAPSE)
      const platform = await app.as('opa', `query ($id: ID!) { account(id: $id) { platform { id } } }`, {
        id: accountId,
      })
      const scopes: Record<string, object> = {
        account: { accountId },
        component: { componentId: app.componentId('CBP') },
        'component on the platform': {
          componentId: app.componentId('CBP'),
          platformId: platform.data.account.platform.id,
        },
      }
      const until = new Date(LAPSE.getTime() + 10 * DAY_MS)
      expect((await excepted(scopes[subject] ?? {}, ['IV.A.3'], until)).state).toBe('GRANTED')
      at(LAPSE, 1)
      await meet()
      await sweep()
      expect(await shown(accountId)).toMatchObject({
        vacant: false,
        timers: [],
      })
      expect([await isListed(accountId, true), await waits(accountId)]).toEqual([false, false])
      at(until)
      expect(await shown(accountId)).toMatchObject({ vacant: true })
      expect([await isListed(accountId, true), await waits(accountId)]).toEqual([true, true])
      await meet()
      await sweep()
      expect((await shown(accountId)).timers).toMatchObject([{ kind: 'VACANCY', outcome: null }])
    },
  )
})
