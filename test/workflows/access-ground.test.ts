import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertAccess } from '../support/access-grants.ts'
import { act, type Outcome } from '../support/act.ts'
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

async function managing(state: 'REQUESTED' | 'APPROVED' | 'PROVISIONED', columns: object = {}) {
  const accountId = rawId(await insertAccount(app, 'ACTIVE'))
  const manage = { kind: 'MANAGE', use: 'PUBLIC_COMMUNICATION', account_id: accountId }
  const id = await insertAccess(app, 'contractor-cbp', { ...manage, state, ...columns })
  return { id, accountId }
}

async function withoutTriggers(table: string, work: () => Promise<unknown>): Promise<void> {
  await app.owner.query(`alter table ${table} disable trigger user`)
  await work()
  await app.owner.query(`alter table ${table} enable trigger user`)
}

/** Takes the accounts' platform to a state while something is done. */
async function whilePlatformIs(state: string, work: () => Promise<void>): Promise<void> {
  const change = `update platform set state = $1::"PlatformState" where name = 'X'`
  await withoutTriggers('platform', () => app.owner.query(change, [state]))
  try {
    await work()
  } finally {
    await withoutTriggers('platform', () => app.owner.query(change, ['APPROVED']))
  }
}

const decide = (accessGrantId: string, decision = 'APPROVE') =>
  act(app, 'opa', 'decideAccess', { accessGrantId, decision, ...REASON })
const provide = (accessGrantId: string) => act(app, 'cio', 'provisionAccess', { accessGrantId, ...REASON })

async function inForce(id: string, persona = 'opa'): Promise<boolean> {
  const { data } = await app.as(persona, 'query ($id: ID!) { accessGrant(id: $id) { inForce } }', { id })
  return data.accessGrant.inForce
}

describe('V.B.1, IV.B.2: access is to platforms approved for use', () => {
  test.each(['PROPOSED', 'UNDER_REVIEW', 'SUSPENDED'])('none is given on one that is %s', async (state) => {
    const [asked, approved] = [await managing('REQUESTED'), await managing('APPROVED')]
    await whilePlatformIs(state, async () => {
      expect(clauseIds(await decide(asked.id))).toEqual(['V.B.1', 'IV.A.2'])
      expect(clauseIds(await provide(approved.id))).toEqual(['V.B.1', 'IV.A.2'])
      expect((await decide(asked.id, 'DENY')).state).toBe('DENIED')
    })
    expect((await provide(approved.id)).state).toBe('PROVISIONED')
  })
  test('what was provided does not count while the platform is suspended, and does again after', async () => {
    const { id } = await managing('PROVISIONED')
    expect(await inForce(id)).toBe(true)
    await whilePlatformIs('SUSPENDED', async () => expect(await inForce(id)).toBe(false))
    expect(await inForce(id)).toBe(true)
  })
  test('accounts to be looked at are on approved platforms too', async () => {
    const monitored = await act(app, 'contractor-cbp', 'requestAccess', {
      kind: 'MONITOR',
      use: 'NON_OPERATIONAL_AWARENESS',
      monitored: [{ profileUrl: 'https://x.com/TestSomebody', holder: 'OFFICE_OR_ORGANIZATION' }],
      businessNeed: 'To know which roads the county closes.',
      systemName: 'Department laptop',
      supervisor: 'Office of Field Operations',
      expiresOn: '2099-01-01',
    })
    await whilePlatformIs('UNDER_REVIEW', async () => {
      expect(clauseIds(await decide(monitored.id))).toEqual(['V.B.1', 'IV.A.2'])
    })
    expect((await decide(monitored.id)).state).toBe('APPROVED')
  })
  test('an exception to both clauses in force lets a platform pass that is not approved, and the decision names it', async () => {
    const { id } = await managing('REQUESTED')
    const exception = await act(app, 'manager-cbp', 'requestException', {
      componentId: app.componentId('CBP'),
      platformId: app.platformId('X'),
      clauses: ['V.B.1', 'IV.A.2'],
      justification: 'The review is under way.',
      validUntil: '2099-01-01T00:00:00Z',
    })
    await act(app, 'opa', 'decideException', { exceptionId: exception.id, decision: 'GRANT', ...REASON })
    await whilePlatformIs('UNDER_REVIEW', async () => {
      expect((await decide(id)).state).toBe('APPROVED')
    })
    await act(app, 'opa', 'revokeException', { exceptionId: exception.id, ...REASON })
  })
})

describe('V.B.4: access is given to somebody who is here, in its time, to what has not ended', () => {
  test('the provisioning of a request whose day has come is refused', async () => {
    const [asked, approved] = [await managing('REQUESTED'), await managing('APPROVED')]
    const expire = `update access_grant set expires_on = '2026-11-22' where id = any ($1::uuid[])`
    await app.owner.query(expire, [[asked, approved].map(({ id }) => rawId(id))])
    expect(clauseIds(await decide(asked.id))).toEqual(['V.B.4'])
    expect(clauseIds(await provide(approved.id))).toEqual(['V.B.4'])
  })
  test('an account that ended meanwhile is managed by nobody', async () => {
    const [asked, provided] = [await managing('REQUESTED'), await managing('PROVISIONED')]
    const end = `update account set state = 'RETIRED', retired_at = now() where id = any ($1::uuid[])`
    await withoutTriggers('account', () => app.owner.query(end, [[asked.accountId, provided.accountId]]))
    expect(clauseIds(await decide(asked.id))).toEqual(['V.B.4'])
    expect(await inForce(provided.id)).toBe(false)
  })
  test('access ends with the person it is for: deactivated, it counts no more and none is given', async () => {
    const [asked, provided] = [await managing('REQUESTED'), await managing('PROVISIONED')]
    const personId = app.personId('contractor-cbp')
    await act(app, 'admin', 'deactivatePerson', { personId, ...REASON })
    expect(await inForce(provided.id)).toBe(false)
    expect(clauseIds(await decide(asked.id))).toEqual(['V.B.4', 'V.B.5'])
    await act(app, 'admin', 'reactivatePerson', { personId, ...REASON })
    expect(await inForce(provided.id)).toBe(true)
  })
})
