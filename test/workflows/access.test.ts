import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { accessRequest } from '../support/arrangements/access-grant.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'

let now = new Date('2026-11-22T12:00:00Z')

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)
const paths = ({ issues }: Outcome) => issues?.map(({ path }) => path)
const offices = (...urls: string[]) =>
  urls.map((profileUrl) => ({ profileUrl, holder: 'OFFICE_OR_ORGANIZATION' }))
const ask = (more: object = {}, by = 'employee') =>
  act(app, by, 'requestAccess', { ...accessRequest(), ...more })

async function inForce({ id }: Outcome): Promise<boolean> {
  const { data } = await app.as('opa', 'query ($id: ID!) { accessGrant(id: $id) { inForce } }', { id })
  return data.accessGrant.inForce
}

describe('V.B.4: access follows mission need, denied unless granted', () => {
  test('an employee asks, Public Affairs approves, the Chief Information Officer provides, and it ends by itself', async () => {
    const access = await ask({ expiresOn: '2026-12-31' })
    expect([access.state, await inForce(access)]).toEqual(['REQUESTED', false])
    const record = { accessGrantId: access.id, ...REASON }
    const approved = await act(app, 'opa', 'decideAccess', { ...record, decision: 'APPROVE' })
    expect([approved.state, await inForce(access)]).toEqual(['APPROVED', false])
    expect((await act(app, 'cio', 'provisionAccess', record)).state).toBe('PROVISIONED')
    expect(await inForce(access)).toBe(true)
    now = new Date('2026-12-31T00:00:00Z')
    expect(await inForce(access)).toBe(false)
    now = new Date('2026-11-22T12:00:00Z')
  })
  test('what is renewed is decided again', async () => {
    const access = await ask()
    const record = { accessGrantId: access.id, ...REASON }
    await act(app, 'opa', 'decideAccess', { ...record, decision: 'APPROVE' })
    await act(app, 'cio', 'provisionAccess', record)
    const renewed = await act(app, 'employee', 'renewAccess', { ...record, expiresOn: '2099-06-01' })
    expect([renewed.state, await inForce(access)]).toEqual(['REQUESTED', true])
    expect(
      paths(await act(app, 'employee', 'renewAccess', { ...record, expiresOn: '2020-01-01' })),
    ).toBeUndefined()
  })
  test('revoked access is over at once', async () => {
    const access = await ask()
    const record = { accessGrantId: access.id, ...REASON }
    await act(app, 'opa', 'decideAccess', { ...record, decision: 'APPROVE' })
    await act(app, 'cio', 'provisionAccess', record)
    expect((await act(app, 'cio', 'revokeAccess', record)).state).toBe('REVOKED')
    expect(await inForce(access)).toBe(false)
  })
  test('to manage is asked for one official account that has not ended', async () => {
    const manage = { kind: 'MANAGE', use: 'PUBLIC_COMMUNICATION', monitored: [] }
    const accountId = await insertAccount(app, 'ACTIVE')
    expect((await ask({ ...manage, accountId })).state).toBe('REQUESTED')
    const ended = await insertAccount(app, 'RETIRED')
    expect(clauseIds(await ask({ ...manage, accountId: ended }))).toEqual(['V.B.4'])
    expect(paths(await ask(manage))).toEqual(['accountId'])
    expect(paths(await ask({ ...manage, accountId, monitored: offices('https://x.com/TestOther') }))).toEqual(
      ['monitored'],
    )
  })
  test('operational use is refused with where to go, and the refusal is kept (II.B)', async () => {
    const refused = await ask({ use: 'OPERATIONAL' })
    expect([refused.__typename, clauseIds(refused)]).toEqual(['PolicyRefusalError', ['II.B']])
    expect(refused.message).toContain('operational policy')
    const { rows } = await app.owner.query(
      `select clauses from audit_entry where action = 'access.request' and outcome = 'REFUSED' order by id desc limit 1`,
    )
    expect(rows[0].clauses).toEqual(['II.B'])
  })
  test('to look at others for anything but awareness is refused', async () => {
    expect(clauseIds(await ask({ use: 'PUBLIC_COMMUNICATION' }))).toEqual(['V.B.4', 'II.B'])
  })
  test('a platform prohibited by statute is refused with the reason', async () => {
    const refused = await ask({ monitored: offices('https://www.tiktok.com/@testneighbor') })
    expect(clauseIds(refused)).toEqual(['V.B.1', 'V.A.2'])
    expect(refused.message).toContain('prohibited by statute')
  })
  test('an official account is not monitored, and an address without an account names its place', async () => {
    await insertAccount(app, 'ACTIVE', { columns: { handle: 'TestOwn', canonical_key: 'testown' } })
    expect(
      paths(await ask({ monitored: offices('https://x.com/TestFree', 'https://x.com/TestOwn') })),
    ).toEqual(['monitored.1'])
    expect(
      paths(await ask({ monitored: offices('https://x.com/TestFree', 'https://example.org/') })),
    ).toEqual(['monitored.1'])
    expect(paths(await ask({ monitored: [] }))).toEqual(['monitored'])
    expect(paths(await ask({ expiresOn: '2026-11-22' }))).toEqual(['expiresOn'])
  })
  test('nobody decides on access of their own, down to the database (V.B.2)', async () => {
    const own = await ask({}, 'opa')
    const decide = { accessGrantId: own.id, decision: 'APPROVE', ...REASON }
    expect(clauseIds(await act(app, 'opa', 'decideAccess', decide))).toEqual(['V.B.2', 'V.B.4'])
    await expect(
      app.owner.query(
        `insert into decision (id, kind, access_grant_id, decided_by_id, clauses, decided_at)
         select gen_random_uuid(), 'APPROVED', id, person_id, '{}', now() from access_grant where id = $1`,
        [rawId(own.id)],
      ),
    ).rejects.toThrow('decided by another')
  })
  test('who covers for the person does not decide on their access either (V.B.2)', async () => {
    const own = await ask({}, 'director-cbp')
    const cover = await act(app, 'director-cbp', 'recordStandIn', {
      kind: 'COVER',
      role: 'COMPONENT_DIRECTOR',
      componentId: app.componentId('CBP'),
      delegateId: app.personId('manager-cbp'),
      validUntil: '2026-11-23T12:00:00Z',
      ...REASON,
    })
    const decide = { accessGrantId: own.id, decision: 'APPROVE', ...REASON }
    expect(clauseIds(await act(app, 'manager-cbp', 'decideAccess', decide))).toEqual(['V.B.2', 'V.B.4'])
    await act(app, 'director-cbp', 'revokeDelegation', { delegationId: cover.id, ...REASON })
  })
  test('one account named by two of its addresses is one account', async () => {
    const addresses = ['https://x.com/TestTwice', 'https://twitter.com/testtwice']
    const asked = await ask({
      monitored: addresses.map((profileUrl) => ({ profileUrl, holder: 'OFFICE_OR_ORGANIZATION' })),
    })
    expect(asked.state).toBe('REQUESTED')
  })
  test('others of the department do not learn who asked: a record is its person’s, its component’s and the offices’', async () => {
    const access = await ask({}, 'contractor-cbp')
    const find = (persona: string) =>
      app.as(persona, 'query ($id: ID!) { accessGrant(id: $id) { id } node(id: $id) { id } }', {
        id: access.id,
      })
    expect(await find('manager-fema')).toEqual({ data: { accessGrant: null, node: null } })
    expect(await find('employee')).toEqual({ data: { accessGrant: null, node: null } })
    expect((await find('contractor-cbp')).data.accessGrant).toEqual({ id: access.id })
  })
})
