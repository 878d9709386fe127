import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountIn, act, type Outcome } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'

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

const revoke = (delegation: Outcome, by = 'aspa') =>
  act(app, by, 'revokeDelegation', { delegationId: delegation.id, ...REASON })

describe('IV.A.4: stand-ins and recusals are records of the same kind', () => {
  test('a director names cover for an absence, with its end, and the cover acts as the director', async () => {
    const cover = {
      kind: 'COVER',
      role: 'COMPONENT_DIRECTOR',
      componentId: app.componentId('CBP'),
      delegateId: app.personId('manager-cbp'),
      ...REASON,
    }
    const endless = await act(app, 'director-cbp', 'recordStandIn', cover)
    expect(endless.issues?.map(({ path }) => path)).toEqual(['validUntil'])
    const delegation = await act(app, 'director-cbp', 'recordStandIn', {
      ...cover,
      validUntil: inMinutes(60),
    })
    expect(delegation.__typename).toBe('Delegation')
    const accountId = await insertAccount(app, 'REQUESTED')
    expect((await act(app, 'manager-cbp', 'endorseAccount', { accountId })).state).toBe('ENDORSED')
    await revoke(delegation, 'director-cbp')
  })
  test('who covers for the author of a request does not decide on it (V.B.2)', async () => {
    const request = await accountIn(app, 'REQUESTED')
    await app.owner.query('update account set requested_by_id = $1 where id = $2', [
      rawId(app.personId('director-cbp')),
      rawId(request.id),
    ])
    const delegation = await act(app, 'director-cbp', 'recordStandIn', {
      kind: 'COVER',
      role: 'COMPONENT_DIRECTOR',
      componentId: app.componentId('CBP'),
      delegateId: app.personId('manager-cbp'),
      validUntil: inMinutes(60),
      ...REASON,
    })
    const refused = await act(app, 'manager-cbp', 'endorseAccount', { accountId: request.id })
    expect(clauseIds(refused)).toEqual(['V.B.2', 'IV.A.4'])
    await revoke(delegation, 'director-cbp')
  })
  test('nobody names cover for an office of somebody else', async () => {
    const refused = await act(app, 'manager-cbp', 'recordStandIn', {
      kind: 'COVER',
      role: 'COMPONENT_DIRECTOR',
      componentId: app.componentId('CBP'),
      delegateId: app.personId('author-cbp'),
      validUntil: inMinutes(60),
      ...REASON,
    })
    expect(clauseIds(refused)).toEqual(['IV.A.4'])
  })
  test('a vacant office is filled by an acting official, an occupied one is not', async () => {
    const input = {
      kind: 'ACTING',
      role: 'CRCL_OFFICER',
      delegateId: app.personId('employee'),
      ...AUTHORITY,
      ...REASON,
    }
    expect(clauseIds(await act(app, 'admin', 'recordStandIn', input))).toEqual(['IV.A.4'])
    await act(app, 'admin', 'deactivatePerson', { personId: app.personId('crcl'), ...REASON })
    const delegation = await act(app, 'admin', 'recordStandIn', input)
    expect(delegation.__typename).toBe('Delegation')
    const { data } = await app.as('employee', '{ me { roles { role delegationId } permissions } }')
    expect(data.me.roles).toContainEqual({ role: 'CRCL_OFFICER', delegationId: delegation.id })
    expect(data.me.permissions).toContain('platform.review')
    await revoke(delegation, 'admin')
    await act(app, 'admin', 'reactivatePerson', { personId: app.personId('crcl'), ...REASON })
  })
  test('who stands aside does not act in the matter, and acts elsewhere as before', async () => {
    const accountId = await insertAccount(app, 'REQUESTED')
    const elsewhere = await insertAccount(app, 'REQUESTED')
    const recusal = await act(app, 'director-cbp', 'recordRecusal', {
      personId: app.personId('director-cbp'),
      accountId,
      ...REASON,
    })
    expect(recusal.__typename).toBe('Delegation')
    const refused = await act(app, 'director-cbp', 'endorseAccount', { accountId })
    expect([refused.__typename, clauseIds(refused)]).toEqual(['ForbiddenError', ['IV.A.4']])
    expect((await act(app, 'director-cbp', 'endorseAccount', { accountId: elsewhere })).state).toBe(
      'ENDORSED',
    )
    await revoke(recusal, 'director-cbp')
    expect((await act(app, 'director-cbp', 'endorseAccount', { accountId })).state).toBe('ENDORSED')
  })
})

test('who covers for the Assistant Secretary keeps the whole of their own queues', async () => {
  await accountIn(app, 'ENDORSED')
  const queues = async () => {
    const { data } = await app.as('opa', '{ workItems(first: 1) { queues { kind count } } }')
    const counts: readonly { kind: string; count: number }[] = data.workItems.queues
    return counts.find(({ kind }) => kind === 'PERMISSION')?.count
  }
  const before = await queues()
  expect(before).toBeGreaterThan(0)
  const cover = await act(app, 'aspa', 'recordStandIn', {
    kind: 'COVER',
    role: 'ASPA',
    delegateId: app.personId('opa'),
    validUntil: inMinutes(60),
    ...REASON,
  })
  expect(await queues()).toBe(before)
  await revoke(cover)
})
