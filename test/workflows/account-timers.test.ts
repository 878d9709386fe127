import { sweepTimers } from '@official-accounts/commands/account-timer/sweep-timers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertImported, insertPerson, insertRole, rawId } from '../support/records.ts'

const T0 = new Date()
const DAY_MS = 86_400_000
const REASON = { reason: 'Because the test says so.' }

let now = T0
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
})
afterAll(() => app.close())
beforeEach(async () => {
  now = T0
  // Each test has the accounts it makes to itself.
  await app.owner.query(`update account set state = 'WITHDRAWN' where state = 'ACTIVE'`)
  await sweep()
})

function days(count: number): void {
  now = new Date(T0.getTime() + count * DAY_MS)
}
const sweep = async () => (await sweepTimers(app.services.commands)).advanced

async function shown(id: string) {
  const fields = 'kind outcome daysLeft firstWarnedAt lastWarnedAt escalatedAt'
  const answer = await app.as(
    'opa',
    `query ($id: ID!) { account(id: $id) { state vacant timers { ${fields} } } }`,
    { id },
  )
  expect(answer.errors).toBeUndefined()
  return answer.data.account
}

/** What the audit says of an account's timers, by whom. */
async function audited(accountId: string): Promise<readonly string[]> {
  const { rows } = await app.owner.query(
    `select actor_kind, action, clauses, changes from audit_entry
     where subject_id = $1 and outcome = 'ACCEPTED' and changes::text like '%Timer.%' order by seq`,
    [rawId(accountId)],
  )
  return rows.map(
    ({ actor_kind, action, clauses, changes }) =>
      `${actor_kind} ${action} ${clauses}: ${changes.map(({ field, after }: { field: string; after: string }) => (field.endsWith('outcome') || field === 'state' ? `${field} ${after}` : field)).join(', ')}`,
  )
}

async function events(type: string, at: Date): Promise<number> {
  const { rows } = await app.owner.query(
    `select count(*)::int as count from pgboss.job where name = 'domain-event' and data->>'type' = $1 and (data->>'time')::timestamptz = $2`,
    [type, at.toISOString()],
  )
  return rows[0].count
}

async function queueOf(persona: string, kind: string): Promise<readonly string[]> {
  const answer = await app.as(
    persona,
    `query ($queues: [String!]) { workItems(first: 100, queues: $queues) { items { subjectId } } }`,
    { queues: [kind] },
  )
  return answer.data.workItems.items.map(({ subjectId }: { subjectId: string }) => subjectId)
}

/** An account whose primary contact has just left the department. */
async function vacated(): Promise<{ accountId: string; personId: string }> {
  const personId = await insertPerson(app, 'CBP')
  const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
  await act(app, 'director-cbp', 'handOverContact', { accountId, personId, ...REASON })
  expect((await act(app, 'admin', 'deactivatePerson', { personId, ...REASON })).code).toBeUndefined()
  return { accountId, personId }
}

describe('V.B.5: when the person who answers leaves, a time runs to the suspension', () => {
  test('it begins in the instant of the departure, as long as the policy says', async () => {
    const { accountId } = await vacated()
    expect(await shown(accountId)).toMatchObject({
      state: 'ACTIVE',
      vacant: true,
      timers: [{ kind: 'VACANCY', daysLeft: 30, outcome: null }],
    })
    expect(await audited(accountId)).toEqual(['PERSON person.deactivate V.B.5: vacancyTimer.dueAt'])
  })
  test('it warns 14 and 7 days before its end, and then the account is suspended', async () => {
    const { accountId } = await vacated()
    days(15)
    expect(await sweep()).toBe(0)
    expect(await queueOf('director-cbp', 'VACANCY_WARNING')).toEqual([])
    days(16)
    expect(await sweep()).toBe(1)
    expect(await events('timer.first-warning', now)).toBe(1)
    expect(await queueOf('director-cbp', 'VACANCY_WARNING')).toEqual([accountId])
    expect(await queueOf('opa', 'VACANCY_WARNING')).toEqual([accountId])
    expect(await queueOf('director-fema', 'VACANCY_WARNING')).toEqual([])
    days(23)
    expect(await sweep()).toBe(1)
    expect(await events('timer.last-warning', now)).toBe(1)
    days(29)
    expect(await sweep()).toBe(0)
    days(30)
    expect(await sweep()).toBe(1)
    expect(await shown(accountId)).toMatchObject({ state: 'SUSPENDED', timers: [{ outcome: 'SUSPENDED' }] })
    expect(await events('account.suspended', now)).toBe(1)
    expect(await audited(accountId)).toEqual([
      'PERSON person.deactivate V.B.5: vacancyTimer.dueAt',
      'SYSTEM timer.advance V.B.5: vacancyTimer.warnedFirst',
      'SYSTEM timer.advance V.B.5: vacancyTimer.warnedLast',
      'SYSTEM timer.advance V.B.5: vacancyTimer.outcome SUSPENDED, state SUSPENDED',
    ])
    expect(await queueOf('director-cbp', 'VACANCY_WARNING')).toEqual([])
  })
  test('a hand-over ends it early, and nothing comes of it', async () => {
    const { accountId } = await vacated()
    days(16)
    await sweep()
    const personId = app.personId('author-cbp')
    await act(app, 'director-cbp', 'handOverContact', { accountId, personId, ...REASON })
    expect(await shown(accountId)).toMatchObject({ vacant: false, timers: [{ outcome: 'RESOLVED' }] })
    days(60)
    expect(await sweep()).toBe(0)
    expect((await shown(accountId)).state).toBe('ACTIVE')
  })
  test('it ends by itself when the person comes back', async () => {
    const { accountId, personId } = await vacated()
    await act(app, 'admin', 'reactivatePerson', { personId, ...REASON })
    expect((await shown(accountId)).timers).toMatchObject([{ outcome: 'RESOLVED' }])
  })
  test('what should have happened while nothing ran is made up for, once', async () => {
    const { accountId } = await vacated()
    days(25)
    expect(await sweep()).toBe(1)
    const [timer] = (await shown(accountId)).timers
    expect([timer?.firstWarnedAt, timer?.lastWarnedAt]).toEqual([now.toISOString(), now.toISOString()])
    expect(await events('timer.first-warning', now)).toBe(0)
    expect(await sweep()).toBe(0)
    days(90)
    await sweep()
    expect((await shown(accountId)).state).toBe('SUSPENDED')
    expect(await sweep()).toBe(0)
  })
  test('two workers at once do nothing twice', async () => {
    const vacancies = [await vacated(), await vacated(), await vacated()]
    days(31)
    await Promise.all([sweep(), sweep(), sweep()])
    for (const { accountId } of vacancies) {
      expect((await shown(accountId)).timers).toMatchObject([{ outcome: 'SUSPENDED' }])
      expect(await audited(accountId)).toHaveLength(2)
    }
    expect(await events('account.suspended', now)).toBe(3)
  })
  test('a vacancy that nobody recorded is found by the sweep', async () => {
    const accountId = await insertAccount(app, 'ACTIVE')
    expect(await sweep()).toBe(1)
    expect((await shown(accountId)).timers).toMatchObject([{ kind: 'VACANCY', daysLeft: 30 }])
  })
  test('an account that is suspended or ending meanwhile has no time running any more', async () => {
    const { accountId } = await vacated()
    await act(app, 'opa', 'suspendAccount', { accountId, ...REASON })
    await sweep()
    expect((await shown(accountId)).timers).toMatchObject([{ outcome: 'NOT_ACTIVE' }])
  })
})

describe('V.B.8: control is handed over before it ends', () => {
  test('a primary contact does not end while nobody follows', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    const personId = app.personId('manager-cbp')
    const refused = await act(app, 'director-cbp', 'endContact', { accountId, personId, ...REASON })
    expect(refused.clauses.map(({ id }) => id)).toEqual(['V.B.8', 'V.B.5'])
  })
  test('said in so many words, with a reason, the time begins instead', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    const input = { accountId, personId: app.personId('manager-cbp'), withoutSuccessor: true, ...REASON }
    expect((await act(app, 'manager-cbp', 'endContact', input)).__typename).toBe('ForbiddenError')
    expect((await act(app, 'director-cbp', 'endContact', input)).vacant).toBe(true)
    expect((await shown(accountId)).timers).toMatchObject([{ kind: 'VACANCY', daysLeft: 30 }])
    expect(await audited(accountId)).toEqual([
      'PERSON account.endContact V.B.8: primaryContact, vacancyTimer.dueAt',
    ])
  })
  test('a successor is active, is another, and is named by the director or Public Affairs', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    const to = (personId: string) => ({ accountId, personId, ...REASON })
    const gone = await insertPerson(app, 'CBP', { state: 'DEACTIVATED' })
    expect((await act(app, 'director-cbp', 'handOverContact', to(gone))).clauses.map(({ id }) => id)).toEqual(
      ['V.B.5', 'V.B.8'],
    )
    const same = to(app.personId('manager-cbp'))
    expect((await act(app, 'opa', 'handOverContact', same)).__typename).toBe('ConflictError')
    const other = to(app.personId('author-cbp'))
    expect((await act(app, 'manager-cbp', 'handOverContact', other)).__typename).toBe('ForbiddenError')
    expect((await act(app, 'director-fema', 'handOverContact', other)).__typename).toBe('ForbiddenError')
    expect((await act(app, 'opa', 'handOverContact', other)).vacant).toBe(false)
  })
  test('whoever loses the last role in a component answers for none of its accounts', async () => {
    const personId = await insertPerson(app, 'CBP')
    const place = { component_id: app.world.components['CBP'] }
    const roleGrantId = await insertRole(app, personId, 'ACCOUNT_MANAGER', place)
    const other = await insertRole(app, personId, 'CONTENT_AUTHOR', place)
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    await act(app, 'director-cbp', 'handOverContact', { accountId, personId, ...REASON })
    await act(app, 'admin', 'revokeRole', { roleGrantId: other, ...REASON })
    expect((await shown(accountId)).vacant).toBe(false)
    await act(app, 'admin', 'revokeRole', { roleGrantId, ...REASON })
    expect(await shown(accountId)).toMatchObject({
      vacant: true,
      timers: [{ kind: 'VACANCY', daysLeft: 30 }],
    })
    expect(await audited(accountId)).toEqual(['PERSON role.revoke V.B.5: primaryContact, vacancyTimer.dueAt'])
  })
})

describe('V.B.12: an exception to V.B.5 in force', () => {
  test('holds the suspension off for its time, and then the time begins anew', async () => {
    const { accountId } = await vacated()
    const asked = await act(app, 'director-cbp', 'requestException', {
      accountId,
      clauses: ['V.B.5'],
      justification: 'The office is being rebuilt.',
      validUntil: new Date(T0.getTime() + 40 * DAY_MS).toISOString(),
    })
    await act(app, 'opa', 'decideException', { exceptionId: asked.id, decision: 'GRANT', ...REASON })
    await sweep()
    expect((await shown(accountId)).timers).toMatchObject([{ outcome: 'EXCEPTED' }])
    days(39)
    expect(await sweep()).toBe(0)
    days(40)
    expect(await sweep()).toBe(1)
    expect((await shown(accountId)).timers[0]).toMatchObject({ kind: 'VACANCY', outcome: null, daysLeft: 30 })
  })
})

describe('V.B.5: the date by which an imported account is to be claimed', () => {
  const claimBy = () => new Date(T0.getTime() + 20 * DAY_MS).toISOString().slice(0, 10)
  test('warns, escalates to Public Affairs, and suspends nobody', async () => {
    const accountId = await insertImported(app, 'CBP', { claim_by: claimBy() })
    await sweep()
    expect((await shown(accountId)).timers).toMatchObject([{ kind: 'CLAIM', outcome: null }])
    days(13)
    await sweep()
    expect((await shown(accountId)).timers[0]?.firstWarnedAt).not.toBeNull()
    expect(await queueOf('opa', 'CLAIM_OVERDUE')).toEqual([])
    days(22)
    await sweep()
    expect(await queueOf('opa', 'CLAIM_OVERDUE')).toEqual([app.componentId('CBP')])
    expect(await queueOf('aspa', 'CLAIM_OVERDUE')).toEqual([app.componentId('CBP')])
    expect(await queueOf('opa', 'CLAIM')).toEqual([])
    days(300)
    expect(await sweep()).toBe(0)
    expect((await shown(accountId)).state).toBe('ACTIVE')
    await act(app, 'manager-cbp', 'claimAccount', { accountId })
    expect((await shown(accountId)).timers).toMatchObject([{ kind: 'CLAIM', outcome: 'RESOLVED' }])
    expect(await queueOf('opa', 'CLAIM_OVERDUE')).toEqual([])
  })
  test('the database lets no claim end in a suspension', async () => {
    await insertImported(app, 'CBP', { claim_by: claimBy() })
    await sweep()
    await expect(
      app.owner.query(
        `update account_timer set ended_at = due_at, outcome = 'SUSPENDED' where kind = 'CLAIM' and ended_at is null`,
      ),
    ).rejects.toThrow('account_timer_claim_suspends_nobody')
  })
})

describe('IV.A.1: how long a vacancy may last is set by the Assistant Secretary', () => {
  test('with a reason; what runs keeps its day, what begins has the new one', async () => {
    const before = await vacated()
    const listed = await app.as(
      'employee',
      '{ policySettings { id key value standardValue isStandard reason clause { id } changedBy { displayName } } }',
    )
    const setting = listed.data.policySettings.find(
      ({ key }: { key: string }) => key === 'VACANCY_SUSPENSION_DAYS',
    )
    expect(setting).toMatchObject({ value: 30, isStandard: true, clause: { id: 'V.B.5' } })
    const input = { key: 'VACANCY_SUSPENSION_DAYS', value: 45, ...REASON }
    expect((await act(app, 'opa', 'changePolicySetting', input)).__typename).toBe('ForbiddenError')
    expect((await act(app, 'aspa', 'changePolicySetting', { ...input, value: 0 })).issues[0]?.path).toBe(
      'value',
    )
    expect((await act(app, 'aspa', 'changePolicySetting', input)).code).toBeUndefined()
    const after = await vacated()
    expect((await shown(before.accountId)).timers[0]?.daysLeft).toBe(30)
    expect((await shown(after.accountId)).timers[0]?.daysLeft).toBe(45)
    await act(app, 'aspa', 'changePolicySetting', { ...input, value: 30 })
  })
})
