import { evaluateAround } from '@official-accounts/commands/compliance/evaluate-around'
import { meetLapses } from '@official-accounts/commands/lapse/meet-lapses'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act, requestInput, type Outcome } from '../support/act.ts'
import { QUESTION } from '../support/arrangements/privacy-approval.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { clearTexts, NAMED, namedRequest } from '../support/privacy-approvals.ts'
import { proofs } from '../support/proof.ts'
import { insertAccount, rawId } from '../support/records.ts'

const START = new Date('2026-11-22T12:00:00Z')
let now = START
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => now })
})
beforeEach(() => {
  now = START
})
afterAll(() => app.close())

const shows = proofs(() => app)
const REASON = { reason: 'Because the test says so.' }
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)

const inUse = (columns: Readonly<Record<string, unknown>> = {}) =>
  insertAccount(app, 'ACTIVE', { primary: 'manager-cbp', columns })

async function uncleared(accountId: string, persona = 'opa'): Promise<readonly string[]> {
  const { data } = await app.as(persona, 'query ($id: ID!) { account(id: $id) { uncleared } }', {
    id: accountId,
  })
  return data.account.uncleared
}

async function openFindings(accountId: string): Promise<readonly string[]> {
  const nothing = {
    accounts: [],
    platforms: [],
    components: [],
    people: [],
    exceptions: [],
    everything: false,
  }
  await evaluateAround(app.services.commands, { ...nothing, accounts: [rawId(accountId)] })
  const { rows } = await app.owner.query(
    `select clause || ' ' || code as found from finding where account_id = $1 and state = 'OPEN' and code = 'NAMES_PERSON'`,
    [rawId(accountId)],
  )
  return rows.map(({ found }) => found)
}

async function waitsFor(persona: string, kind: string, subjectId?: string): Promise<number> {
  const answer = await app.as(persona, '{ workItems(first: 100) { items { kind subjectId } } }')
  const items: { kind: string; subjectId: string }[] = answer.data.workItems.items
  return items.filter((item) => item.kind === kind && (!subjectId || item.subjectId === subjectId)).length
}

describe('IV.C.2: the Chief Privacy Officer approves the use of people’s names in accounts', () => {
  shows(
    'IV.C.2',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'nobody permits or approves an account named after a person before the Chief Privacy Officer approves that name',
    async (witness) => {
      const accountId = await namedRequest(app)
      await witness.act('opa', 'permitAccount', { accountId })
      const asked = { accountId, title: NAMED, ...QUESTION }
      const { id } = await witness.act('manager-cbp', 'requestPrivacyApproval', asked)
      const answer = { privacyApprovalId: id, decision: 'APPROVE', ...REASON }
      await witness.act('aspa', 'decidePrivacyApproval', answer)
      await witness.act('privacy', 'decidePrivacyApproval', answer)
      await witness.act('opa', 'permitAccount', { accountId })
      expect((await witness.act('aspa', 'approveAccount', { accountId })).state).toBe('APPROVED')
    },
  )
  test('a refusal of the Chief Privacy Officer is a veto: the request stays where it is', async () => {
    const accountId = await namedRequest(app)
    await clearTexts(app, accountId, { title: NAMED }, 'REFUSE')
    expect(clauseIds(await act(app, 'opa', 'permitAccount', { accountId }))).toEqual(['IV.C.2'])
  })
  test('what is revoked after the permission stops the approval, and after that the activation', async () => {
    const accountId = await namedRequest(app)
    const first = await clearTexts(app, accountId, { title: NAMED })
    await act(app, 'opa', 'permitAccount', { accountId })
    await act(app, 'privacy', 'revokePrivacyApproval', { privacyApprovalId: first, ...REASON })
    expect(clauseIds(await act(app, 'aspa', 'approveAccount', { accountId }))).toEqual(['IV.C.2'])
    const second = await clearTexts(app, accountId, { title: NAMED })
    await act(app, 'aspa', 'approveAccount', { accountId })
    await act(app, 'director-cbp', 'assignPrimaryContact', {
      accountId,
      personId: app.personId('manager-cbp'),
    })
    await act(app, 'privacy', 'revokePrivacyApproval', { privacyApprovalId: second, ...REASON })
    expect(clauseIds(await act(app, 'director-cbp', 'activateAccount', { accountId }))).toEqual(['IV.C.2'])
    await clearTexts(app, accountId, { title: NAMED })
    expect((await act(app, 'director-cbp', 'activateAccount', { accountId })).state).toBe('ACTIVE')
  })
  test('the approval holds for that very text: another name needs another', async () => {
    const accountId = await namedRequest(app)
    await clearTexts(app, accountId, { title: 'Administrator John Doe' })
    expect(await uncleared(accountId)).toEqual(['TITLE'])
    expect(clauseIds(await act(app, 'opa', 'permitAccount', { accountId }))).toEqual(['IV.C.2'])
  })
  test('what the request states counts as much as what is noticed', async () => {
    const accountId = await namedRequest(app, { namesPersonIn: ['HANDLE'] })
    expect(await uncleared(accountId)).toEqual(['HANDLE'])
    expect(clauseIds(await act(app, 'opa', 'permitAccount', { accountId }))).toEqual(['IV.C.2'])
    const { data } = await app.as('opa', 'query ($id: ID!) { account(id: $id) { handle } }', {
      id: accountId,
    })
    await clearTexts(app, accountId, { handle: `@${data.account.handle.toUpperCase()}` })
    expect(clauseIds(await act(app, 'opa', 'permitAccount', { accountId }))).toBeUndefined()
  })
  test('what is noticed is not stated away, not by a reworked request either; the officer’s finding settles it', async () => {
    const { id: accountId } = await act(
      app,
      'manager-cbp',
      'requestAccount',
      requestInput(app, { purpose: 'Posts of Jane Doe about the crossing.', namesPersonIn: ['HANDLE'] }),
    )
    await act(app, 'director-cbp', 'returnAccountRequest', { accountId, ...REASON })
    const {
      profileUrl: _url,
      useCategory: _use,
      componentId: _id,
      ...reworked
    } = requestInput(app, {
      purpose: 'Posts of Jane Doe about the crossing.',
      namesPersonIn: [],
    }) as Record<string, unknown>
    await act(app, 'manager-cbp', 'resubmitAccountRequest', { accountId, ...reworked })
    expect(await uncleared(accountId)).toEqual(['HANDLE', 'PURPOSE'])
    const { data } = await app.as('opa', 'query ($id: ID!) { account(id: $id) { handle purpose } }', {
      id: accountId,
    })
    await clearTexts(app, accountId, data.account, 'NOT_PERSONAL')
    expect(await uncleared(accountId)).toEqual([])
  })
})

describe('IV.C.2: names in accounts that are in use', () => {
  const details = { purpose: 'Made up.', administrators: 2 }
  test('another name or description that names a person needs the approval first; other corrections do not', async () => {
    const accountId = await inUse()
    const renamed = { accountId, title: NAMED, ...details }
    expect(clauseIds(await act(app, 'manager-cbp', 'updateAccount', renamed))).toEqual(['IV.C.2'])
    const stated = { accountId, title: 'The Doe office', namesPersonIn: ['TITLE'], ...details }
    expect(clauseIds(await act(app, 'manager-cbp', 'updateAccount', stated))).toEqual(['IV.C.2'])
    await clearTexts(app, accountId, { title: NAMED })
    expect((await act(app, 'manager-cbp', 'updateAccount', renamed)).__typename).not.toMatch(/Error$/)
    const named = await inUse({ title: NAMED })
    const corrected = { accountId: named, title: NAMED, ...details, audience: 'Travelers.' }
    expect((await act(app, 'manager-cbp', 'updateAccount', corrected)).__typename).not.toMatch(/Error$/)
  })
  test('another handle that names a person needs the approval of that handle', async () => {
    const accountId = await inUse()
    const renamed = { accountId, profileUrl: 'https://x.com/TestJaneDoe', namesPerson: true }
    expect(clauseIds(await act(app, 'manager-cbp', 'renameAccount', renamed))).toEqual(['IV.C.2'])
    await clearTexts(app, accountId, { handle: 'testjanedoe' })
    expect((await act(app, 'manager-cbp', 'renameAccount', renamed)).__typename).not.toMatch(/Error$/)
  })
  test('an account in use named after a person without approval is found, and is its office’s work', async () => {
    const accountId = await inUse({ title: NAMED })
    expect(await openFindings(accountId)).toEqual(['IV.C.2 NAMES_PERSON'])
    expect(await waitsFor('manager-cbp', 'UNAPPROVED_NAME')).toBe(1)
    expect(await waitsFor('manager-fema', 'UNAPPROVED_NAME')).toBe(0)
    await clearTexts(app, accountId, { title: NAMED })
    expect(await openFindings(accountId)).toEqual([])
    expect(await waitsFor('manager-cbp', 'UNAPPROVED_NAME')).toBe(0)
  })
  test('what runs out is found on its day, is told, and hides nothing by itself', async () => {
    const accountId = await inUse({ title: NAMED })
    const id = await clearTexts(app, accountId, { title: NAMED }, 'APPROVE', { expiresOn: '2026-12-01' })
    expect(await openFindings(accountId)).toEqual([])
    now = new Date('2026-12-01T00:00:00Z')
    expect((await meetLapses(app.services.commands)).privacyApprovals).toBe(1)
    expect((await meetLapses(app.services.commands)).privacyApprovals).toBe(0)
    const { rows } = await app.owner.query('select ended_at from privacy_approval where id = $1', [rawId(id)])
    expect(rows[0].ended_at).toEqual(now)
    expect(await openFindings(accountId)).toEqual(['IV.C.2 NAMES_PERSON'])
    const { data } = await app.as('opa', 'query ($id: ID!) { account(id: $id) { state } }', { id: accountId })
    expect(data.account.state).toBe('ACTIVE')
  })
  test('an account suspended meanwhile comes back once the name is approved', async () => {
    const accountId = await insertAccount(app, 'SUSPENDED', {
      primary: 'manager-cbp',
      columns: { title: NAMED },
    })
    expect(clauseIds(await act(app, 'aspa', 'reinstateAccount', { accountId, ...REASON }))).toEqual([
      'IV.C.2',
    ])
    await clearTexts(app, accountId, { title: NAMED })
    expect((await act(app, 'aspa', 'reinstateAccount', { accountId, ...REASON })).state).toBe('ACTIVE')
  })
  test('other components see neither the question nor what lacks', async () => {
    const accountId = await inUse({ title: NAMED })
    expect(await uncleared(accountId, 'manager-fema')).toEqual([])
    expect(await uncleared(accountId, 'manager-cbp')).toEqual(['TITLE'])
  })
})
