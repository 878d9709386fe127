import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertPerson, insertRole, rawId } from '../support/records.ts'

const MINUTE = 60_000
let offset = 0
const clock = () => new Date(Date.now() + offset)
const inMinutes = (minutes: number) => new Date(clock().getTime() + minutes * MINUTE).toISOString()

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: clock })
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const AUTHORITY = { writtenAuthority: 'Memorandum 7 of the Assistant Secretary' }
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)

const lend = (to: string, more: object = {}) =>
  act(app, 'aspa', 'delegateApproval', { delegateId: app.personId(to), ...AUTHORITY, ...REASON, ...more })
const revoke = (delegation: Outcome, by = 'aspa') =>
  act(app, by, 'revokeDelegation', { delegationId: delegation.id, ...REASON })
const permitted = (component: 'CBP' | 'FEMA') =>
  insertAccount(app, 'ENDORSED', { component, permitted: true })

describe('IV.A.2, IV.A.4: the Assistant Secretary lends the approval of accounts', () => {
  test('a director approves inside the scope, and the decision and the audit name the delegation', async () => {
    const delegation = await lend('director-cbp', { componentId: app.componentId('CBP') })
    expect(delegation.__typename).toBe('Delegation')
    const accountId = await permitted('CBP')
    expect((await act(app, 'director-cbp', 'approveAccount', { accountId })).state).toBe('APPROVED')
    const { data } = await app.as(
      'opa',
      `query ($id: ID!) {
        account(id: $id) { decisions { kind role delegation { id delegator { displayName } } } }
        auditEntries(first: 1, filter: { subject: $id, action: "account.approve" }) { edges { node { role delegationId } } }
      }`,
      { id: accountId },
    )
    expect(data.account.decisions.at(-1)).toMatchObject({
      kind: 'APPROVED',
      role: 'ASPA',
      delegation: { id: delegation.id },
    })
    expect(data.auditEntries.edges[0].node).toEqual({ role: 'ASPA', delegationId: delegation.id })
    await revoke(delegation)
  })
  test('outside the scope it counts for nothing: another component, another platform, another account', async () => {
    const other = await permitted('FEMA')
    const mine = await permitted('CBP')
    for (const scope of [
      { componentId: app.componentId('CBP') },
      { componentId: app.componentId('CBP'), platformId: app.platformId('Facebook') },
      { accountId: await permitted('CBP') },
    ]) {
      const delegation = await lend('director-cbp', scope)
      expect(delegation.code, JSON.stringify(scope)).toBeUndefined()
      expect((await act(app, 'director-cbp', 'approveAccount', { accountId: other })).__typename).toMatch(
        /ForbiddenError|NotFoundError/,
      )
      if (!('platformId' in scope || 'accountId' in scope)) {
        await revoke(delegation)
        continue
      }
      const refused = await act(app, 'director-cbp', 'approveAccount', { accountId: mine })
      expect(refused.__typename).toBe('ForbiddenError')
      await revoke(delegation)
    }
  })
  test('before it begins, after it ends and once it is revoked it counts for nothing', async () => {
    const accountId = await permitted('CBP')
    const delegation = await lend('director-cbp', {
      componentId: app.componentId('CBP'),
      validFrom: inMinutes(10),
      validUntil: inMinutes(20),
    })
    const ends: string[] = []
    for (const minutes of [0, 21]) {
      offset = minutes * MINUTE
      ends.push((await act(app, 'director-cbp', 'approveAccount', { accountId })).__typename)
    }
    expect(ends).toEqual(['ForbiddenError', 'ForbiddenError'])
    offset = 15 * MINUTE
    await revoke(delegation)
    expect((await act(app, 'director-cbp', 'approveAccount', { accountId })).__typename).toBe(
      'ForbiddenError',
    )
    offset = 0
  })
  test('a revocation stops a decision that is open on a screen already', async () => {
    const delegation = await lend('opa', { componentId: app.componentId('CBP') })
    const accountId = await permitted('CBP')
    const allowed = `query ($id: ID!) { account(id: $id) { version availableActions { action allowed blockedBy { code } } } }`
    const seen = (await app.as('opa', allowed, { id: accountId })).data.account
    // Public Affairs permitted this one, so approval is another person's: what blocks is no longer the role.
    const approve = seen.availableActions.find(
      ({ action }: { action: string }) => action === 'approveAccount',
    )
    expect(approve.blockedBy.code).toBe('POLICY_REFUSAL')
    await revoke(delegation)
    const refused = await act(app, 'opa', 'approveAccount', { accountId, expectedVersion: seen.version })
    expect(refused.__typename).toBe('ForbiddenError')
  })
  test('it carries the approval of accounts and nothing else, that of platforms least of all', async () => {
    const delegation = await lend('opa')
    const { data } = await app.as('opa', '{ me { permissions } }')
    expect(data.me.permissions).toContain('account.approve')
    for (const never of [
      'platform.approve',
      'platform.deny',
      'delegation.delegateApproval',
      'migration.decide',
    ]) {
      expect(data.me.permissions).not.toContain(never)
    }
    await revoke(delegation)
  })
  test('it is never lent on: who holds approval by delegation lends none', async () => {
    const delegation = await lend('opa')
    const again = await act(app, 'opa', 'delegateApproval', {
      delegateId: app.personId('director-cbp'),
      componentId: app.componentId('CBP'),
      ...AUTHORITY,
      ...REASON,
    })
    expect(again.__typename).toBe('ForbiddenError')
    const acting = await act(app, 'admin', 'recordStandIn', {
      kind: 'ACTING',
      role: 'ASPA',
      delegateId: app.personId('opa'),
      ...AUTHORITY,
      ...REASON,
    })
    expect(clauseIds(acting)).toEqual(['IV.A.4'])
    await revoke(delegation)
  })
  test('it is lent to eligible officials alone: no contractor, no account manager, no director beyond the own component', async () => {
    const refusals = await Promise.all([
      lend('contractor-cbp'),
      lend('manager-cbp'),
      lend('director-cbp', { componentId: app.componentId('FEMA') }),
      lend('director-cbp'),
      act(app, 'aspa', 'delegateApproval', { delegateId: app.personId('aspa'), ...AUTHORITY, ...REASON }),
    ])
    expect(refusals.map(clauseIds)).toEqual([
      ['II.C', 'IV.A.4'],
      ['IV.A.4'],
      ['IV.E.2'],
      ['IV.E.2'],
      ['IV.A.4'],
    ])
  })
  test('a delegation without its written authority, dated back or ending before it begins names the field', async () => {
    const paths = async (more: object) => (await lend('opa', more)).issues?.map(({ path }) => path)
    expect(await paths({ writtenAuthority: ' ' })).toEqual(['writtenAuthority'])
    expect(await paths({ validFrom: inMinutes(-5) })).toEqual(['validFrom'])
    expect(await paths({ validFrom: inMinutes(5), validUntil: inMinutes(4) })).toEqual(['validUntil'])
    expect(await paths({ componentId: app.componentId('CBP'), accountId: await permitted('FEMA') })).toEqual([
      'accountId',
    ])
  })
  test('nobody approves by delegation what they requested, endorsed the form of, or permitted (V.B.2)', async () => {
    const delegation = await lend('director-cbp', { componentId: app.componentId('CBP') })
    const accountId = await insertAccount(app, 'ENDORSED', {
      permitted: true,
      columns: { requested_by_id: rawId(app.personId('director-cbp')) },
    })
    expect(clauseIds(await act(app, 'director-cbp', 'approveAccount', { accountId }))).toEqual(['V.B.2'])
    await revoke(delegation)
  })
  test('it ends with the office it came from: a delegator who no longer holds the role lends nothing', async () => {
    const person = await insertPerson(app, null)
    const grant = await insertRole(app, person, 'ASPA')
    const id = rawId(person)
    await app.owner.query(
      `insert into delegation (id, kind, role, delegator_id, delegate_id, component_id, valid_from, written_authority, reason, recorded_by_id, created_at)
       values (gen_random_uuid(), 'APPROVAL', 'ASPA', $1, $2, $3, now(), 'Memorandum 8', 'Test', $1, now())`,
      [id, rawId(app.personId('director-cbp')), rawId(app.componentId('CBP'))],
    )
    offset = MINUTE
    const may = async () => (await app.as('director-cbp', '{ me { permissions } }')).data.me.permissions
    expect(await may()).toContain('account.approve')
    await act(app, 'admin', 'revokeRole', { roleGrantId: grant, ...REASON })
    expect(await may()).not.toContain('account.approve')
    offset = 0
  })
  test('it is revoked by whom it came from or the Assistant Secretary, once', async () => {
    const delegation = await lend('opa')
    expect(clauseIds(await revoke(delegation, 'opa'))).toEqual(['IV.A.4'])
    expect((await revoke(delegation)).__typename).toBe('Delegation')
    expect((await revoke(delegation)).__typename).toBe('InvalidStateError')
  })
})

describe('the second wall', () => {
  test('refuses what no command would write: a change, approval from anybody else, power lent to oneself', async () => {
    const delegation = await lend('opa', { componentId: app.componentId('FEMA') })
    const id = rawId(delegation.id)
    const refused = [
      ['update delegation set component_id = null where id = $1', [id]],
      ['update delegation set valid_until = now() where id = $1', [id]],
      [
        `insert into delegation (id, kind, role, delegator_id, delegate_id, valid_from, written_authority, reason, recorded_by_id, created_at)
         select gen_random_uuid(), 'APPROVAL', 'CIO', delegator_id, delegate_id, now(), 'x', 'x', delegator_id, now() from delegation where id = $1`,
        [id],
      ],
      [
        `insert into delegation (id, kind, role, delegator_id, delegate_id, valid_from, written_authority, reason, recorded_by_id, created_at)
         select gen_random_uuid(), 'APPROVAL', 'ASPA', delegator_id, delegator_id, now(), 'x', 'x', delegator_id, now() from delegation where id = $1`,
        [id],
      ],
    ] as const
    for (const [sql, values] of refused)
      await expect(app.owner.query(sql, [...values]), sql).rejects.toThrow()
    await revoke(delegation)
  })
  test('others see neither the record nor that there is one', async () => {
    const delegation = await lend('director-cbp', { componentId: app.componentId('CBP') })
    const find = (persona: string) =>
      app.as(persona, 'query ($id: ID!) { delegation(id: $id) { id } node(id: $id) { id } }', {
        id: delegation.id,
      })
    expect(await find('manager-fema')).toEqual({ data: { delegation: null, node: null } })
    expect((await find('director-cbp')).data.delegation).toEqual({ id: delegation.id })
    await revoke(delegation)
  })
})
