import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'

const T0 = new Date('2026-11-22T12:00:00Z')
const END = new Date('2026-11-22T13:00:00Z')
const REASON = { reason: 'Because the test says so.' }
const AUTHORITY = { writtenAuthority: 'Memorandum 7 of the Assistant Secretary' }

let now = T0
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
})
afterAll(() => app.close())
beforeEach(() => {
  now = T0
})

async function done(persona: string, name: string, input: object): Promise<Outcome> {
  const outcome = await act(app, persona, name, { ...REASON, ...input })
  expect(outcome.code, `${name}: ${outcome.message}`).toBeUndefined()
  return outcome
}

const validUntil = END.toISOString()
const grantDirector = (more: object = {}) =>
  done('admin', 'grantRole', {
    personId: app.personId('employee'),
    role: 'COMPONENT_DIRECTOR',
    componentId: app.componentId('CBP'),
    ...more,
  })
const lendApproval = (more: object = {}) =>
  done('aspa', 'delegateApproval', {
    delegateId: app.personId('director-cbp'),
    componentId: app.componentId('CBP'),
    ...AUTHORITY,
    ...more,
  })
const nameCover = () =>
  done('director-cbp', 'recordStandIn', {
    kind: 'COVER',
    role: 'COMPONENT_DIRECTOR',
    componentId: app.componentId('CBP'),
    delegateId: app.personId('manager-cbp'),
    validUntil,
  })
async function nameActing(): Promise<Outcome> {
  await done('admin', 'deactivatePerson', { personId: app.personId('cio') })
  const input = { kind: 'ACTING', role: 'CIO', delegateId: app.personId('employee'), ...AUTHORITY }
  return done('admin', 'recordStandIn', input)
}
const revoke = (by: string) => (delegation: Outcome) =>
  done(by, 'revokeDelegation', { delegationId: delegation.id })
const theTimeComes = async () => {
  now = END
}

interface Case {
  /** Whose screen it is, what is open on it, and on which account. */
  readonly who: string
  readonly action: string
  readonly account: () => Promise<string>
  /** What the right rests on, and how it ends. */
  readonly begin: () => Promise<Outcome | null>
  readonly end: (begun: Outcome, accountId: string) => Promise<unknown>
  readonly clauses: readonly string[]
}

const requested = () => insertAccount(app, 'REQUESTED')
const permitted = () => insertAccount(app, 'ENDORSED', { permitted: true })
const endorsed = () => insertAccount(app, 'ENDORSED', { columns: { security_attestation: null } })

const CASES: Readonly<Record<string, Case>> = {
  'a role is taken back': {
    who: 'employee',
    action: 'endorseAccount',
    account: requested,
    begin: grantDirector,
    end: ({ id: roleGrantId }) => done('admin', 'revokeRole', { roleGrantId }),
    clauses: ['IV.E.2'],
  },
  'a role’s date comes': {
    who: 'employee',
    action: 'endorseAccount',
    account: requested,
    begin: () => grantDirector({ validUntil }),
    end: theTimeComes,
    clauses: ['IV.E.2'],
  },
  'a delegation of approval is revoked': {
    who: 'director-cbp',
    action: 'approveAccount',
    account: permitted,
    begin: lendApproval,
    end: revoke('aspa'),
    clauses: ['IV.A.2'],
  },
  'a delegation’s date comes': {
    who: 'director-cbp',
    action: 'approveAccount',
    account: permitted,
    begin: () => lendApproval({ validUntil }),
    end: theTimeComes,
    clauses: ['IV.A.2'],
  },
  'cover is revoked': {
    who: 'manager-cbp',
    action: 'endorseAccount',
    account: requested,
    begin: nameCover,
    end: revoke('director-cbp'),
    clauses: ['IV.E.2'],
  },
  'the day comes on which cover ends': {
    who: 'manager-cbp',
    action: 'endorseAccount',
    account: requested,
    begin: nameCover,
    end: theTimeComes,
    clauses: ['IV.E.2'],
  },
  'an acting official is relieved': {
    who: 'employee',
    action: 'attestAccountSecurity',
    account: endorsed,
    begin: nameActing,
    end: revoke('admin'),
    clauses: ['IV.B.3'],
  },
  'somebody stands aside': {
    who: 'director-cbp',
    action: 'endorseAccount',
    account: requested,
    begin: () => Promise.resolve(null),
    end: (_begun, accountId) =>
      done('director-cbp', 'recordRecusal', { personId: app.personId('director-cbp'), accountId }),
    clauses: ['IV.A.4'],
  },
}

describe('IV.A.4: what is open on a screen is decided by what holds when it is sent', () => {
  test.each(Object.entries(CASES))('%s', async (_what, { who, action, account, begin, end, clauses }) => {
    const begun = await begin()
    const accountId = await account()
    const screen =
      '{ account(id: $id) { state version availableActions { action allowed } decisions { kind } } }'
    const look = async (persona: string) =>
      (await app.as(persona, `query ($id: ID!) ${screen}`, { id: accountId })).data.account
    const seen = await look(who)
    expect(seen.availableActions).toContainEqual({ action, allowed: true })
    await end(begun ?? ({} as Outcome), accountId)
    const before = await look('opa')
    const refused = await act(app, who, action, { accountId, expectedVersion: seen.version })
    expect(refused.__typename).toBe('ForbiddenError')
    expect(refused.clauses.map(({ id }) => id)).toEqual(clauses)
    expect(await look('opa'), 'nothing is half-written').toEqual(before)
    const { rows } = await app.owner.query(
      `select outcome, clauses from audit_entry where subject_id = $1 order by seq desc limit 1`,
      [rawId(accountId)],
    )
    expect(rows).toEqual([{ outcome: 'REFUSED', clauses }])
  })
})
