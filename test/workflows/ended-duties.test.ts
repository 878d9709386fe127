import { meetLapses } from '@official-accounts/commands/lapse/meet-lapses'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertPerson, rawId } from '../support/records.ts'
import { insertAnswered } from '../support/trained-people.ts'

const T0 = new Date('2026-11-22T12:00:00Z')
const END = new Date('2026-11-29T12:00:00Z')
const REASON = { reason: 'Because the test says so.' }

let now = T0
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
})
afterAll(() => app.close())
beforeEach(() => {
  now = T0
})

const meet = () => meetLapses(app.services.commands)

async function shown(id: string) {
  const { data } = await app.as(
    'opa',
    `query ($id: ID!) { account(id: $id) { vacant contacts { endedAt endReason } timers { kind outcome daysLeft } } }`,
    { id },
  )
  return data.account
}

async function audited(subjectId: string): Promise<readonly string[]> {
  const { rows } = await app.owner.query(
    `select actor_kind, action, clauses, occurred_at from audit_entry
     where subject_id = $1 and outcome = 'ACCEPTED' order by seq`,
    [rawId(subjectId)],
  )
  return rows.map(({ actor_kind, action, clauses }) => `${actor_kind} ${action} ${clauses.join()}`)
}

async function grant(personId: string, role: string, component: string | null, until: Date | null) {
  const componentId = component === null ? null : app.componentId(component)
  const wanted = { personId, role, componentId, validUntil: until?.toISOString() ?? null, ...REASON }
  const granted = await act(app, 'admin', 'grantRole', wanted)
  expect(granted.code, granted.message).toBeUndefined()
  return granted.id
}

describe('V.B.5: a role that ends by its date ends the contacts that rest on it, as its revocation does', () => {
  test('in the instant of its date, with the time to the suspension; a moment before nothing ends', async () => {
    const personId = await insertPerson(app, 'CBP')
    const roleGrantId = await grant(personId, 'ACCOUNT_MANAGER', 'CBP', END)
    const accountId = await insertAnswered(app, personId)
    now = new Date(END.getTime() - 1)
    expect((await meet()).roles).toBe(0)
    expect((await shown(accountId)).vacant).toBe(false)
    now = END
    expect((await meet()).roles).toBe(1)
    expect(await shown(accountId)).toEqual({
      vacant: true,
      contacts: [{ endedAt: END.toISOString(), endReason: 'The role has ended.' }],
      timers: [{ kind: 'VACANCY', outcome: null, daysLeft: 30 }],
    })
    expect(await audited(roleGrantId)).toEqual(['PERSON role.grant IV.A.1', 'SYSTEM role.end IV.A.1'])
    expect(await audited(accountId)).toEqual(['SYSTEM role.end V.B.5'])
    expect((await meet()).roles).toBe(0)
  })
  test('nothing ends for whoever holds another role there, or above it', async () => {
    const personId = await insertPerson(app, 'CBP')
    await grant(personId, 'ACCOUNT_MANAGER', 'CBP', END)
    await grant(personId, 'CONTENT_AUTHOR', 'CBP', null)
    const accountId = await insertAnswered(app, personId)
    now = END
    await meet()
    expect(await shown(accountId)).toMatchObject({ vacant: false, timers: [] })
  })
  test('it is given again after its date, and not taken back any more', async () => {
    const personId = await insertPerson(app, 'CBP')
    const roleGrantId = await grant(personId, 'ANALYST', null, END)
    now = END
    await meet()
    await grant(personId, 'ANALYST', null, null)
    expect((await act(app, 'admin', 'revokeRole', { roleGrantId, ...REASON })).code).toBe('CONFLICT')
  })
  test('several that end in one instant are ended together, each with its own entry', async () => {
    const people = await Promise.all([insertPerson(app, 'CBP'), insertPerson(app, 'CBP')])
    const accounts: string[] = []
    for (const personId of people) {
      await grant(personId, 'ACCOUNT_MANAGER', 'CBP', END)
      accounts.push(await insertAnswered(app, personId))
    }
    now = END
    expect((await meet()).roles).toBe(2)
    for (const accountId of accounts) expect(await audited(accountId)).toEqual(['SYSTEM role.end V.B.5'])
  })
})

describe('IV.A.4: the same holds for a duty that is lent', () => {
  const cover = async (delegateId: string) => {
    const standIn = await act(app, 'director-cbp', 'recordStandIn', {
      kind: 'COVER',
      role: 'COMPONENT_DIRECTOR',
      componentId: app.componentId('CBP'),
      delegateId,
      validUntil: END.toISOString(),
      ...REASON,
    })
    expect(standIn.code, standIn.message).toBeUndefined()
    return standIn.id
  }
  test('cover that ends by its date ends the contacts of whoever had no other duty there', async () => {
    const personId = await insertPerson(app, 'CBP')
    const delegationId = await cover(personId)
    const accountId = await insertAnswered(app, personId)
    now = END
    expect((await meet()).delegations).toBe(1)
    expect(await shown(accountId)).toMatchObject({
      vacant: true,
      timers: [{ kind: 'VACANCY', outcome: null }],
    })
    expect(await audited(delegationId)).toEqual([
      'PERSON delegation.recordStandIn IV.A.4',
      'SYSTEM delegation.end IV.A.4',
    ])
    expect(await audited(accountId)).toEqual(['SYSTEM delegation.end V.B.5'])
  })
  test('cover that is revoked does so at once', async () => {
    const personId = await insertPerson(app, 'CBP')
    const delegationId = await cover(personId)
    const accountId = await insertAnswered(app, personId)
    await act(app, 'director-cbp', 'revokeDelegation', { delegationId, ...REASON })
    expect(await shown(accountId)).toMatchObject({
      vacant: true,
      timers: [{ kind: 'VACANCY', outcome: null }],
    })
    expect(await audited(accountId)).toEqual(['PERSON delegation.revoke V.B.5'])
  })
  test('a role of one’s own outlives the cover, and cover outlives a role', async () => {
    const [holder, covering] = [await insertPerson(app, 'CBP'), await insertPerson(app, 'CBP')]
    await grant(holder, 'ACCOUNT_MANAGER', 'CBP', null)
    const delegationId = await cover(holder)
    const held = await insertAnswered(app, holder)
    await act(app, 'director-cbp', 'revokeDelegation', { delegationId, ...REASON })
    expect((await shown(held)).vacant).toBe(false)
    const roleGrantId = await grant(covering, 'ACCOUNT_MANAGER', 'CBP', null)
    await cover(covering)
    const covered = await insertAnswered(app, covering)
    await act(app, 'admin', 'revokeRole', { roleGrantId, ...REASON })
    expect((await shown(covered)).vacant).toBe(false)
  })
})
