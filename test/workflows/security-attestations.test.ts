import { sweepTimers } from '@official-accounts/commands/account-timer/sweep-timers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertImported, rawId } from '../support/records.ts'

const T0 = new Date()
const DAY_MS = 86_400_000
const REASON = { reason: 'Because the test says so.' }
const STATEMENT = {
  multiFactor: true,
  custody: 'DEPARTMENT_VAULT',
  recoveryDomain: 'cbp.dhs.gov',
  publishingTools: ['Test publisher'],
  administrators: 2,
  lastRotatedOn: T0.toISOString().slice(0, 10),
}
const POLICY = {
  title: 'How accounts are secured',
  text: 'Sign in with more than one factor.',
  authorizedTools: ['Test publisher'],
}

let now = T0
let published = 0
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
  // Whoever answers for the accounts here stays trained, however far a test goes.
  await app.owner.query(
    `insert into training_completion (id, course_id, person_id, completed_on, expires_on, recorded_at)
     select gen_random_uuid(), id, $1, current_date - 1, '2099-01-01', now() from training_course where sample`,
    [rawId(app.personId('contractor-cbp'))],
  )
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.owner.query(`update account set state = 'WITHDRAWN' where state = 'ACTIVE'`)
  // Each test lives in a time of its own, and begins with a version of the policy.
  published += 1
  days(0)
  await sweep()
  await act(app, 'cio', 'publishSecurityPolicy', POLICY)
})

function days(count: number): void {
  now = new Date(T0.getTime() + (published * 1000 + count) * DAY_MS)
}
const sweep = async () => (await sweepTimers(app.services.commands)).advanced
const clauseIds = ({ clauses }: Outcome) => clauses.map(({ id }) => id)

function inUse(changes: object = {}): Promise<string> {
  return insertAccount(app, 'ACTIVE', {
    primary: 'contractor-cbp',
    columns: { activated_at: now.toISOString(), ...changes },
  })
}

function attest(persona: string, accountId: string, changes: object = {}): Promise<Outcome> {
  const lastRotatedOn = now.toISOString().slice(0, 10)
  const input = { accountId, ...STATEMENT, lastRotatedOn, ...changes }
  return act(app, persona, 'attestAccountSecurityPolicy', input)
}

async function standing(id: string, persona = 'opa') {
  const fields =
    'state securityStanding { overdue dueAt availableAction { allowed } } timers { kind outcome } findings { code state }'
  const answer = await app.as(persona, `query ($id: ID!) { account(id: $id) { ${fields} } }`, { id })
  expect(answer.errors).toBeUndefined()
  return answer.data.account
}

describe('IV.B.3: the security of an account is attested against the policy in force', () => {
  test('by its primary contact or an account manager of its component, and by nobody else', async () => {
    const accountId = await inUse()
    expect(clauseIds(await attest('author-cbp', accountId))).toEqual(['V.B.5', 'IV.B.3'])
    for (const persona of ['cio', 'director-cbp', 'manager-fema', 'employee']) {
      expect((await attest(persona, accountId)).__typename, persona).toBe('ForbiddenError')
    }
    for (const persona of ['contractor-cbp', 'manager-cbp']) {
      expect((await attest(persona, accountId)).code, persona).toBeUndefined()
    }
  })
  test('what the policy forbids is refused, and an exception in force lets it pass', async () => {
    const accountId = await inUse()
    const tool = { publishingTools: ['Another publisher'] }
    const refused = await attest('manager-cbp', accountId, tool)
    expect([clauseIds(refused), refused.message]).toEqual([
      ['IV.B.3'],
      expect.stringContaining('Another publisher'),
    ])
    const asked = await act(app, 'director-cbp', 'requestException', {
      accountId,
      clauses: ['IV.B.3'],
      justification: 'The platform offers no other way.',
      validUntil: new Date(now.getTime() + 90 * DAY_MS).toISOString(),
    })
    await act(app, 'opa', 'decideException', { exceptionId: asked.id, decision: 'GRANT', ...REASON })
    expect((await attest('manager-cbp', accountId, tool)).code).toBeUndefined()
  })
  test('no credential and no address is kept', async () => {
    const accountId = await inUse()
    const refused = await attest('manager-cbp', accountId, { recoveryDomain: 'somebody@cbp.dhs.gov' })
    expect(refused.issues.map(({ path }) => path)).toEqual(['recoveryDomain'])
  })
  test('a policy is published by the Chief Information Officer, never dated back', async () => {
    expect((await act(app, 'opa', 'publishSecurityPolicy', POLICY)).__typename).toBe('ForbiddenError')
    const earlier = new Date(now.getTime() - DAY_MS).toISOString()
    const refused = await act(app, 'cio', 'publishSecurityPolicy', { ...POLICY, effectiveFrom: earlier })
    expect(refused.issues.map(({ path }) => path)).toEqual(['effectiveFrom'])
  })
  test('another component does not see what is attested', async () => {
    const accountId = await inUse()
    await attest('manager-cbp', accountId)
    expect((await standing(accountId, 'manager-fema')).securityStanding).toBeNull()
    expect((await standing(accountId, 'manager-cbp')).securityStanding.availableAction.allowed).toBe(true)
  })
})

describe('IV.B.3: what is not attested in time', () => {
  test('is overdue at once, a finding and a time to the suspension, and is done with by attesting', async () => {
    const accountId = await inUse()
    days(29)
    expect(await sweep()).toBe(0)
    days(30)
    expect((await standing(accountId)).securityStanding.overdue).toBe(true)
    await sweep()
    expect(await standing(accountId)).toMatchObject({
      timers: [{ kind: 'ATTESTATION', outcome: null }],
      findings: [{ code: 'ATTESTATION_OVERDUE', state: 'OPEN' }],
    })
    const work = await app.as(
      'manager-cbp',
      '{ workItems(queues: ["ATTESTATION"]) { items { subjectId action } } }',
    )
    expect(work.data.workItems.items).toEqual([
      { subjectId: accountId, action: 'attestAccountSecurityPolicy' },
    ])
    await attest('contractor-cbp', accountId)
    expect(await standing(accountId)).toMatchObject({
      securityStanding: { overdue: false },
      timers: [{ outcome: 'RESOLVED' }],
      findings: [{ state: 'CLOSED' }],
    })
  })
  test('suspends the account at the end; attesting closes the finding then too', async () => {
    const accountId = await inUse()
    days(30)
    await sweep()
    days(60)
    await sweep()
    expect(await standing(accountId)).toMatchObject({
      state: 'SUSPENDED',
      timers: [{ outcome: 'SUSPENDED' }],
      findings: [{ state: 'OPEN' }],
    })
    expect((await attest('manager-cbp', accountId)).code).toBeUndefined()
    expect((await standing(accountId)).findings).toMatchObject([{ state: 'CLOSED' }])
    expect((await act(app, 'opa', 'reinstateAccount', { accountId, ...REASON })).state).toBe('ACTIVE')
    expect(await sweep()).toBe(0)
  })
  test('is due again after its period, and after a new version of the policy', async () => {
    const accountId = await inUse()
    await attest('manager-cbp', accountId)
    days(200)
    expect((await standing(accountId)).securityStanding.overdue).toBe(false)
    await act(app, 'cio', 'publishSecurityPolicy', POLICY)
    days(230)
    expect((await standing(accountId)).securityStanding.overdue).toBe(true)
    await attest('manager-cbp', accountId)
    days(594)
    expect((await standing(accountId)).securityStanding.overdue).toBe(false)
    days(595)
    expect((await standing(accountId)).securityStanding.overdue).toBe(true)
  })
  test('nobody attests an imported account that no office has claimed', async () => {
    const accountId = await insertImported(app, 'CBP')
    expect(clauseIds(await attest('manager-cbp', accountId))).toEqual(['V.B.5'])
    days(400)
    await sweep()
    const kinds = (await standing(accountId)).timers.map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual(['CLAIM'])
    expect((await standing(accountId)).securityStanding).toMatchObject({ dueAt: null, overdue: false })
  })
})
