import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const EVIDENCE = { evidence: 'Seen at noon: posts nobody of the office wrote.' }
const AFTER = { afterAction: 'A password was guessed; it is longer now.' }
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)

const report = (input: object, by = 'employee') => act(app, by, 'reportIncident', { ...EVIDENCE, ...input })

async function compromised(
  options: { readonly primary?: string } = {},
): Promise<{ incidentId: string; accountId: string }> {
  const accountId = await insertAccount(app, 'ACTIVE', options)
  const { id } = await report({ kind: 'COMPROMISE', accountId })
  return { incidentId: id, accountId }
}
const stateOf = async (id: string) =>
  (await app.as('opa', 'query ($id: ID!) { account(id: $id) { state } }', { id })).data.account.state

describe('IV.A.5: a compromised account is contained at once', () => {
  test('anybody who signs in reports it, and sees the own report', async () => {
    const { incidentId } = await compromised()
    const { data } = await app.as('employee', 'query ($id: ID!) { incident(id: $id) { state evidence } }', {
      id: incidentId,
    })
    expect(data.incident).toEqual({ state: 'REPORTED', ...EVIDENCE })
    expect((await report({ kind: 'COMPROMISE' })).__typename).toBe('InvalidInputError')
    const elsewhere = await app.as('manager-fema', 'query ($id: ID!) { incident(id: $id) { state } }', {
      id: incidentId,
    })
    expect(elsewhere.data.incident).toBeNull()
  })
  test('containing it suspends the account by the rules of any suspension, with its own decision and event', async () => {
    const { incidentId, accountId } = await compromised()
    expect((await act(app, 'manager-cbp', 'containIncident', { incidentId, ...REASON })).__typename).toBe(
      'ForbiddenError',
    )
    const contained = await act(app, 'director-cbp', 'containIncident', { incidentId, ...REASON })
    expect([contained.state, await stateOf(accountId)]).toEqual(['CONTAINED', 'SUSPENDED'])
    const { rows } = await app.owner.query(
      `select (select count(*)::int from decision where account_id = $1 and kind = 'SUSPENDED') as decisions,
        (select count(*)::int from pgboss.job where data->>'type' = 'account.suspended' and data->>'subject' = $2) as events`,
      [rawId(accountId), `Account/${rawId(accountId)}`],
    )
    expect(rows).toEqual([{ decisions: 1, events: 1 }])
    expect((await act(app, 'opa', 'containIncident', { incidentId, ...REASON })).__typename).toBe(
      'InvalidStateError',
    )
  })
  test('an account that is suspended already is contained without another suspension; an ended one cannot be', async () => {
    const { incidentId, accountId } = await compromised()
    await act(app, 'opa', 'suspendAccount', { accountId, ...REASON })
    expect((await act(app, 'opa', 'containIncident', { incidentId, ...REASON })).state).toBe('CONTAINED')
    const ended = await compromised()
    await app.owner.query(`update account set state = 'WITHDRAWN' where id = $1`, [rawId(ended.accountId)])
    const refused = await act(app, 'opa', 'containIncident', { incidentId: ended.incidentId, ...REASON })
    expect(refused.__typename).toBe('InvalidStateError')
  })
  test('the component audits its accounts and recovers; only then is the matter settled (V.B.8)', async () => {
    const { incidentId } = await compromised()
    const steps = ['Audit the component’s accounts.', 'Change the password.']
    await act(app, 'opa', 'containIncident', { incidentId, ...REASON, steps })
    const work = await app.as('manager-cbp', '{ workItems(first: 100) { items { kind subjectId } } }')
    expect(work.data.workItems.items).toContainEqual({ kind: 'RECOVERY', subjectId: incidentId })
    const resolve = (by = 'opa') =>
      act(app, by, 'resolveIncident', { incidentId, outcome: 'CONTROL_REGAINED', ...AFTER })
    expect(clauseIds(await resolve())).toEqual(['V.B.8', 'IV.A.5'])
    const done = (step: number) =>
      act(app, 'manager-cbp', 'recordRecoveryStep', { incidentId, step, note: 'Done.' })
    expect((await done(0)).code).toBeUndefined()
    expect((await done(0)).__typename, 'done once').toBe('InvalidInputError')
    expect((await done(7)).__typename).toBe('InvalidInputError')
    expect((await done(1)).code).toBeUndefined()
    expect((await resolve('director-cbp')).__typename).toBe('ForbiddenError')
    expect((await resolve()).state).toBe('RESOLVED')
    expect((await resolve()).__typename).toBe('InvalidStateError')
  })
  test('a confirmed compromise is not settled without being contained', async () => {
    const { incidentId } = await compromised()
    const regained = { incidentId, outcome: 'CONTROL_REGAINED', ...AFTER }
    expect(clauseIds(await act(app, 'cio', 'resolveIncident', regained))).toEqual(['IV.A.5'])
    const nothing = { incidentId, outcome: 'NOT_CONFIRMED', ...AFTER }
    expect((await act(app, 'cio', 'resolveIncident', nothing)).state).toBe('RESOLVED')
  })
})

describe('IV.A.5: the public is told of a compromise until the account is recovered', () => {
  const NOTICE = 'What this account posts since noon is not from the department.'
  const SEEN = `query ($slug: String!) {
    directoryAccount(slug: $slug) { status notice noticeLanguage noticeSince }
    verifyAccount(input: "https://x.com/none-of-these") { outcome }
    directoryChanges(first: 50) { edges { node { kind account { slug } } } }
  }`
  async function seen(accountId: string) {
    const own = await app.as('opa', 'query ($id: ID!) { account(id: $id) { slug } }', { id: accountId })
    const { slug } = own.data.account
    const { data } = await app.as(null, SEEN, { slug })
    const changes = data.directoryChanges.edges
      .map(({ node }: { node: { kind: string; account: { slug: string } } }) => node)
      .filter((change: { account: { slug: string } }) => change.account.slug === slug)
    return { ...data.directoryAccount, changes: changes.map(({ kind }: { kind: string }) => kind) }
  }
  const contain = (incidentId: string, input: object = {}) =>
    act(app, 'director-cbp', 'containIncident', { incidentId, ...REASON, ...input })

  test('with its language and since when, from the containment on, until it is withdrawn', async () => {
    const { incidentId, accountId } = await compromised()
    expect(await seen(accountId)).toMatchObject({ status: 'OFFICIAL', notice: null })
    await contain(incidentId, { publicNotice: NOTICE, noticeLanguage: 'en' })
    const today = new Date().toISOString().slice(0, 10)
    expect(await seen(accountId)).toEqual({
      status: 'SUSPENDED',
      notice: NOTICE,
      noticeLanguage: 'en',
      noticeSince: today,
      changes: expect.arrayContaining(['NOTICE_PUBLISHED', 'SUSPENDED']),
    })
    const again = { incidentId, publicNotice: 'No es del Departamento.', noticeLanguage: 'es', ...REASON }
    expect((await act(app, 'manager-cbp', 'publishIncidentNotice', again)).code).toBe('FORBIDDEN')
    expect((await act(app, 'opa', 'publishIncidentNotice', again)).code).toBeUndefined()
    expect(await seen(accountId)).toMatchObject({ notice: again.publicNotice, noticeLanguage: 'es' })
    const withdraw = () => act(app, 'opa', 'withdrawIncidentNotice', { incidentId, ...REASON })
    expect((await withdraw()).code).toBeUndefined()
    expect(await seen(accountId)).toMatchObject({ status: 'SUSPENDED', notice: null, noticeSince: null })
    expect((await seen(accountId)).changes[0]).toBe('NOTICE_WITHDRAWN')
    expect((await withdraw()).code, 'nothing is public any more').toBe('INVALID_STATE')
  })
  test('until the recovery is done, also where the account is back before; then it is settled and nothing stands', async () => {
    const { incidentId, accountId } = await compromised({ primary: 'manager-cbp' })
    await contain(incidentId, { publicNotice: NOTICE, steps: ['Change the password.'] })
    expect((await act(app, 'opa', 'reinstateAccount', { accountId, ...REASON })).code).toBeUndefined()
    expect(await seen(accountId)).toMatchObject({ status: 'OFFICIAL', notice: NOTICE })
    const now = 'The account is ours again. Posts of noon to two were not.'
    const told = await act(app, 'opa', 'publishIncidentNotice', { incidentId, publicNotice: now, ...REASON })
    expect(told.code).toBeUndefined()
    expect(await seen(accountId)).toMatchObject({ status: 'OFFICIAL', notice: now })
    await act(app, 'manager-cbp', 'recordRecoveryStep', { incidentId, step: 0, note: 'Done.' })
    await act(app, 'opa', 'resolveIncident', { incidentId, outcome: 'CONTROL_REGAINED', ...AFTER })
    expect(await seen(accountId)).toMatchObject({ status: 'OFFICIAL', notice: null })
    expect((await seen(accountId)).changes[0]).toBe('NOTICE_WITHDRAWN')
    await act(app, 'opa', 'suspendAccount', { accountId, ...REASON })
    expect(await seen(accountId)).toMatchObject({ status: 'SUSPENDED', notice: null })
    const late = { incidentId, publicNotice: NOTICE, ...REASON }
    expect((await act(app, 'opa', 'publishIncidentNotice', late)).code).toBe('INVALID_STATE')
  })
  test('and a notice names no person and carries no address (IV.C.2); nothing is contained with one that does', async () => {
    const { incidentId, accountId } = await compromised()
    await app.owner.query(`update person set display_name = 'Jane Q. Marrow' where id = $1`, [
      rawId(app.personId('author-cbp')),
    ])
    for (const publicNotice of ['Ask Jane Q. Marrow.', 'Ask marrow, jane q', 'Ask press@office.test.']) {
      const refused = await contain(incidentId, { publicNotice })
      expect(clauseIds(refused), publicNotice).toEqual(['IV.C.2'])
    }
    expect(await stateOf(accountId)).toBe('ACTIVE')
    expect((await contain(incidentId, { publicNotice: ' ' })).code).toBe('INVALID_INPUT')
    expect((await contain(incidentId, { publicNotice: NOTICE, noticeLanguage: 'English' })).code).toBe(
      'INVALID_INPUT',
    )
    expect((await contain(incidentId, { publicNotice: 'Jane was here.' })).code).toBeUndefined()
  })
  test('nor does the database keep a notice without its dates, or one of a settled incident', async () => {
    const { incidentId } = await compromised()
    await contain(incidentId)
    const set = (sql: string) =>
      app.owner.query(`update incident set ${sql} where id = $1`, [rawId(incidentId)])
    await expect(set(`public_notice = 'Told'`)).rejects.toThrow('incident_notice')
    await expect(
      set(`state = 'RESOLVED', outcome = 'NOT_CONFIRMED', after_action = 'None', resolved_at = now(),
        public_notice = 'Told', notice_language = 'en', notice_published_at = now()`),
    ).rejects.toThrow('incident_notice_ends')
  })
})

describe('PUB.2: an impostor is reported, compared and settled', () => {
  test('the account it imitates is found by its name, and how much it looks like it is told', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', {
      columns: {
        handle: 'RiverPatrol',
        canonical_key: 'riverpatrol',
        profile_url: 'https://x.com/RiverPatrol',
      },
    })
    const { id } = await report({ kind: 'IMPERSONATION', address: 'https://x.com/RiverPatro1' })
    const { data } = await app.as(
      'opa',
      'query ($id: ID!) { incident(id: $id) { state account { id } likeness likenessScore address } }',
      { id },
    )
    expect(data.incident).toMatchObject({ state: 'REPORTED', account: { id: accountId } })
    expect(data.incident.likenessScore).toBeGreaterThan(0)
    const end = { incidentId: id, outcome: 'IMPOSTOR_REMOVED', platformReference: 'Case 12', ...AFTER }
    const wrong = await act(app, 'opa', 'resolveIncident', { ...end, outcome: 'CONTROL_REGAINED' })
    expect(wrong.__typename).toBe('InvalidInputError')
    expect((await act(app, 'opa', 'containIncident', { incidentId: id, ...REASON })).__typename).toBe(
      'InvalidStateError',
    )
    expect((await act(app, 'opa', 'resolveIncident', end)).state).toBe('RESOLVED')
  })
  test('an address that is registered is no impostor; one that looks like nothing may be reported', async () => {
    const accountId = await insertAccount(app, 'ACTIVE', {
      columns: {
        handle: 'HarborWatch',
        canonical_key: 'harborwatch',
        profile_url: 'https://x.com/HarborWatch',
      },
    })
    const own = await report({ kind: 'IMPERSONATION', address: 'https://x.com/harborwatch' })
    expect([own.__typename, own.existingId]).toEqual(['ConflictError', accountId])
    const other = await report({ kind: 'IMPERSONATION', address: 'https://forum.example/u/77' })
    expect(other.state).toBe('REPORTED')
    expect((await report({ kind: 'IMPERSONATION' })).__typename).toBe('InvalidInputError')
  })
  test('nor does the database let anybody rewrite a report', async () => {
    const { incidentId } = await compromised()
    const statements = [
      `update incident set evidence = 'Another' where id = $1`,
      `delete from incident where id = $1`,
      `update incident set state = 'RESOLVED' where id = $1`,
    ]
    for (const sql of statements) {
      await expect(app.owner.query(sql, [rawId(incidentId)]), sql).rejects.toThrow()
    }
  })
})
