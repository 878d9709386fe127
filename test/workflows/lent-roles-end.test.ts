import { meetLapses } from '@official-accounts/commands/lapse/meet-lapses'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { attempt } from '../support/attempt.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertPerson, rawId } from '../support/records.ts'
import { insertAnswered } from '../support/trained-people.ts'

const T0 = new Date('2026-11-22T12:00:00Z')
const END = new Date('2026-11-29T12:00:00Z')
const MUCH_LATER = '2027-06-01T00:00:00Z'
const REASON = { reason: 'Because the test says so.' }
const ROLE = 'COMPONENT_DIRECTOR'

let now = T0
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
})
afterAll(() => app.close())
beforeEach(() => {
  now = T0
})

async function grant(role = ROLE, until: Date | null = null): Promise<string> {
  const componentId = role === ROLE ? app.componentId('CBP') : null
  const wanted = { personId: app.personId('employee'), role, componentId, validUntil: until?.toISOString() }
  const granted = await act(app, 'admin', 'grantRole', { ...wanted, ...REASON })
  expect(granted.code, granted.message).toBeUndefined()
  return granted.id
}

/** The employee, who directs CBP for a time, is covered by somebody who answers for an account by that alone. */
async function covered(): Promise<{ readonly delegation: string; readonly account: string }> {
  const delegateId = await insertPerson(app, 'CBP')
  const cover = { kind: 'COVER', role: ROLE, componentId: app.componentId('CBP'), delegateId }
  const record = { ...cover, validUntil: MUCH_LATER, ...REASON }
  const delegation = await act(app, 'employee', 'recordStandIn', record)
  expect(delegation.code, delegation.message).toBeUndefined()
  return { delegation: delegation.id, account: await insertAnswered(app, delegateId) }
}

async function expectEnded(
  { delegation, account }: Awaited<ReturnType<typeof covered>>,
  by: string,
): Promise<void> {
  const answer = await app.as(
    'opa',
    `query ($account: ID!, $delegation: ID!) {
      account(id: $account) { vacant contacts { endedAt endReason } timers { kind outcome } }
      delegation(id: $delegation) { standing availableActions { allowed } }
    }`,
    { account, delegation },
  )
  expect(answer.errors).toBeUndefined()
  const endReason = 'The delegation has ended with the role it was lent from.'
  expect(answer.data.account).toEqual({
    vacant: true,
    contacts: [{ endedAt: now.toISOString(), endReason }],
    timers: [{ kind: 'VACANCY', outcome: null }],
  })
  expect(answer.data.delegation).toEqual({ standing: 'ENDED', availableActions: [{ allowed: false }] })
  expect(await audited(delegation)).toEqual(['PERSON delegation.recordStandIn IV.A.4', `${by} IV.A.4`])
  expect(await audited(account)).toEqual([`${by} V.B.5`])
  expect(await events(delegation)).toContain('delegation.lapsed')
  expect(await events(account)).toContain('account.contact-ended')
}

async function audited(subjectId: string): Promise<readonly string[]> {
  const { rows } = await app.owner.query(
    `select actor_kind, action, clauses from audit_entry
     where subject_id = $1 and outcome = 'ACCEPTED' order by recorded_at, seq`,
    [rawId(subjectId)],
  )
  return rows.map(({ actor_kind, action, clauses }) => `${actor_kind} ${action} ${clauses.join()}`)
}

async function events(subjectId: string): Promise<readonly string[]> {
  const { rows } = await app.owner.query(
    `select data->>'type' as type from pgboss.job where data->>'subject' like '%/' || $1`,
    [rawId(subjectId)],
  )
  return rows.map(({ type }) => type)
}

describe('IV.A.4, V.B.5: what was lent out of a role ends with it, and what rests on it alone', () => {
  test('in the transaction in which the role is taken back', async () => {
    const roleGrantId = await grant()
    const lent = await covered()
    await act(app, 'admin', 'revokeRole', { roleGrantId, ...REASON })
    await expectEnded(lent, 'PERSON role.revoke')
  })
  test('in the instant the role ends by its date', async () => {
    await grant(ROLE, END)
    const lent = await covered()
    now = new Date(END.getTime() - 1)
    await meetLapses(app.services.commands)
    expect(await audited(lent.account)).toEqual([])
    now = END
    await meetLapses(app.services.commands)
    await expectEnded(lent, 'SYSTEM role.end')
  })
  test('with the deactivation of whoever lent it; a reactivation brings nothing back', async () => {
    const roleGrantId = await grant()
    const lent = await covered()
    const personId = app.personId('employee')
    await act(app, 'admin', 'deactivatePerson', { personId, ...REASON })
    await expectEnded(lent, 'PERSON person.deactivate')
    await act(app, 'admin', 'reactivatePerson', { personId, ...REASON })
    await expectEnded(lent, 'PERSON person.deactivate')
    await act(app, 'admin', 'revokeRole', { roleGrantId, ...REASON })
  })
})

describe('IV.A.4: nobody decides by what has ended', () => {
  const lend = (): Promise<Outcome> =>
    act(app, 'employee', 'delegateApproval', {
      delegateId: app.personId('opa'),
      writtenAuthority: 'Memorandum 7',
      ...REASON,
    })
  test('also where the role is given again, until it is lent again', async () => {
    const roleGrantId = await grant('ASPA')
    expect((await lend()).code).toBeUndefined()
    expect((await lend()).code, 'the same is on record').toBe('CONFLICT')
    await act(app, 'admin', 'revokeRole', { roleGrantId, ...REASON })
    const again = await grant('ASPA')
    now = new Date(T0.getTime() + 1000)
    const accountId = await insertAccount(app, 'ENDORSED', {
      columns: { permitted_at: T0, permitted_by_id: rawId(app.personId('cio')) },
    })
    expect(await attempt(app, 'opa', 'approveAccount', { accountId })).toBe('ForbiddenError')
    expect((await lend()).code).toBeUndefined()
    expect(await attempt(app, 'opa', 'approveAccount', { accountId })).not.toBe('ForbiddenError')
    await act(app, 'admin', 'revokeRole', { roleGrantId: again, ...REASON })
  })
  test('what was lent out of another role stays', async () => {
    const [director, roleGrantId] = [await grant(), await grant('ASPA')]
    const lent = await covered()
    await act(app, 'admin', 'revokeRole', { roleGrantId, ...REASON })
    expect(await audited(lent.account)).toEqual([])
    await act(app, 'admin', 'revokeRole', { roleGrantId: director, ...REASON })
    expect(await audited(lent.account)).toEqual(['PERSON role.revoke V.B.5'])
  })
})
