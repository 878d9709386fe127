import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, insertImported, insertPerson, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const clauseIds = ({ clauses }: Outcome) => clauses.map(({ id }) => id)

async function contactsOf(accountId: string): Promise<readonly (readonly [string, string, boolean])[]> {
  const answer = await app.as(
    'opa',
    'query ($id: ID!) { account(id: $id) { contacts { role endedAt person { id } } } }',
    { id: accountId },
  )
  return answer.data.account.contacts.map(
    ({ role, endedAt, person }: { role: string; endedAt: string | null; person: { id: string } }) => [
      role,
      person.id,
      endedAt === null,
    ],
  )
}

describe('V.B.5: one primary contact, and others beside', () => {
  test('a new primary takes over, and the former one stays in the record with an end', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    await act(app, 'director-cbp', 'assignPrimaryContact', {
      accountId,
      personId: app.personId('author-cbp'),
    })
    expect(await contactsOf(accountId)).toEqual([
      ['PRIMARY', app.personId('manager-cbp'), false],
      ['PRIMARY', app.personId('author-cbp'), true],
    ])
  })
  test('an alternate who becomes primary is no longer alternate', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    await act(app, 'manager-cbp', 'assignAlternateContact', {
      accountId,
      personId: app.personId('author-cbp'),
    })
    await act(app, 'director-cbp', 'assignPrimaryContact', {
      accountId,
      personId: app.personId('author-cbp'),
    })
    const current = (await contactsOf(accountId)).filter(([, , isCurrent]) => isCurrent)
    expect(current).toEqual([['PRIMARY', app.personId('author-cbp'), true]])
  })
  test('the primary does not become alternate while nobody follows', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    const refused = await act(app, 'manager-cbp', 'assignAlternateContact', {
      accountId,
      personId: app.personId('manager-cbp'),
    })
    expect(clauseIds(refused)).toEqual(['V.B.5', 'V.B.8'])
  })
  test('the same contact twice is a conflict', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    const again = await act(app, 'director-cbp', 'assignPrimaryContact', {
      accountId,
      personId: app.personId('manager-cbp'),
    })
    expect(again.__typename).toBe('ConflictError')
  })
  test('a manager names no primary: that is the director’s and Public Affairs’', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    const refused = await act(app, 'manager-cbp', 'assignPrimaryContact', {
      accountId,
      personId: app.personId('author-cbp'),
    })
    expect(refused.__typename).toBe('ForbiddenError')
  })
  test('somebody who may no longer act answers for nothing', async () => {
    const accountId = await insertAccount(app, 'ACTIVE')
    const personId = await insertPerson(app, 'CBP', { state: 'DEACTIVATED' })
    for (const name of ['assignPrimaryContact', 'assignAlternateContact']) {
      expect(clauseIds(await act(app, 'director-cbp', name, { accountId, personId }))).toEqual(['V.B.5'])
    }
  })
  test('an alternate ends without a successor, somebody who is no contact cannot', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
    await act(app, 'manager-cbp', 'assignAlternateContact', {
      accountId,
      personId: app.personId('author-cbp'),
    })
    const nobody = await act(app, 'manager-cbp', 'endContact', {
      accountId,
      personId: app.personId('contractor-cbp'),
      ...REASON,
    })
    expect(nobody.issues.map(({ path }) => path)).toEqual(['personId'])
    expect(
      (
        await act(app, 'manager-cbp', 'endContact', {
          accountId,
          personId: app.personId('author-cbp'),
          ...REASON,
        })
      ).code,
    ).toBeUndefined()
  })
  test('with the end of an account every contact ends', async () => {
    const accountId = await insertAccount(app, 'RETIRING', {
      primary: 'manager-cbp',
      confirmed: [{ kind: 'DEACTIVATION', by: 'opa' }],
    })
    await act(app, 'records', 'confirmArchive', {
      accountId,
      archiveLocation: 'archive/1',
      archiveSha256: 'ab'.repeat(32),
    })
    expect((await contactsOf(accountId)).map(([, , isCurrent]) => isCurrent)).toEqual([false])
  })
  test('one person, even of two offices, does not give both confirmations of an end', async () => {
    const grant = await act(app, 'admin', 'grantRole', {
      personId: app.personId('records'),
      role: 'OPA',
      ...REASON,
    })
    const accountId = await insertAccount(app, 'RETIRING', { primary: 'manager-cbp' })
    await act(app, 'records', 'confirmDeactivation', { accountId, observation: 'Gone.' })
    const refused = await act(app, 'records', 'confirmArchive', {
      accountId,
      archiveLocation: 'archive/1',
      archiveSha256: 'ab'.repeat(32),
    })
    expect(clauseIds(refused)).toEqual(['V.B.11'])
    await act(app, 'admin', 'revokeRole', { roleGrantId: grant.id, ...REASON })
  })
})

describe('V.B.5: imported accounts are claimed by their offices', () => {
  test('a claim says who answers: the claimant, or whom the claimant names', async () => {
    const own = await insertImported(app, 'CBP')
    expect(await act(app, 'manager-cbp', 'claimAccount', { accountId: own })).toMatchObject({
      status: 'ACTIVE',
      vacant: false,
    })
    expect(await contactsOf(own)).toEqual([['PRIMARY', app.personId('manager-cbp'), true]])
    const named = await insertImported(app, 'CBP')
    await act(app, 'director-cbp', 'claimAccount', { accountId: named, personId: app.personId('author-cbp') })
    expect(await contactsOf(named)).toEqual([['PRIMARY', app.personId('author-cbp'), true]])
  })
  test('an account that was requested here is not claimed, nor one twice', async () => {
    const requested = await insertAccount(app, 'ACTIVE')
    expect(clauseIds(await act(app, 'manager-cbp', 'claimAccount', { accountId: requested }))).toEqual([
      'V.B.5',
    ])
    const imported = await insertImported(app, 'CBP')
    await act(app, 'manager-cbp', 'claimAccount', { accountId: imported })
    expect(clauseIds(await act(app, 'director-cbp', 'claimAccount', { accountId: imported }))).toEqual([
      'V.B.5',
    ])
  })
  test('until it is claimed it stands in its office’s queue with its date, and nowhere else', async () => {
    const accountId = await insertImported(app, 'FEMA')
    const itemsOf = async (persona: string) =>
      (await app.as(persona, '{ workItems(first: 100) { items { kind subjectId dueOn } } }')).data.workItems
        .items
    expect(await itemsOf('manager-fema')).toContainEqual({
      kind: 'CLAIM',
      subjectId: accountId,
      dueOn: '2030-01-31',
    })
    expect(await itemsOf('manager-cbp')).not.toContainEqual(expect.objectContaining({ subjectId: accountId }))
    await act(app, 'manager-fema', 'claimAccount', { accountId })
    expect(await itemsOf('manager-fema')).not.toContainEqual(
      expect.objectContaining({ subjectId: accountId }),
    )
  })
})

describe('V.B.10: never the sole outlet', () => {
  test('naming an official outlet closes the finding of an imported account without one', async () => {
    const accountId = await insertImported(app, 'CBP', { official_outlet_url: null })
    await app.owner.query(
      `insert into finding (id, clause, code, state, account_id, component_id, detail, opened_at) values (gen_random_uuid(), 'V.B.10', 'NO_OFFICIAL_OUTLET', 'OPEN', $1, $2, 'No outlet.', now())`,
      [rawId(accountId), app.world.components['CBP']],
    )
    const openFindings = async () =>
      (await app.as('manager-cbp', '{ findings(state: OPEN, clause: "V.B.10") { totalCount } }')).data
        .findings.totalCount
    expect(await openFindings()).toBe(1)
    await act(app, 'manager-cbp', 'updateAccount', {
      accountId,
      title: 'Test',
      officialOutletUrl: 'https://www.cbp.gov/',
    })
    expect(await openFindings()).toBe(0)
  })
})
