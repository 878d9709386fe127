import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { QUESTION } from '../support/arrangements/privacy-approval.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { clearTexts, NAMED, namedRequest } from '../support/privacy-approvals.ts'
import { insertAccount, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: () => new Date('2026-11-22T12:00:00Z') })
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)
const paths = ({ issues }: Outcome) => issues?.map(({ path }) => path)
const inUse = () => insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })

describe('IV.C.2: no delegation, no exception and nobody’s own request passes it', () => {
  test('not one who covers for the officer', async () => {
    const accountId = await inUse()
    const { id } = await act(app, 'manager-cbp', 'requestPrivacyApproval', {
      accountId,
      title: NAMED,
      ...QUESTION,
    })
    const lent = {
      kind: 'COVER',
      role: 'PRIVACY_OFFICER',
      delegateId: app.personId('foia'),
      validUntil: '2027-06-01T00:00:00Z',
      writtenAuthority: 'Memorandum 9',
      ...REASON,
    }
    const cover = await act(app, 'privacy', 'recordStandIn', lent)
    expect(cover.__typename).not.toMatch(/Error$/)
    const answer = { privacyApprovalId: id, decision: 'APPROVE', ...REASON }
    const refused = await act(app, 'foia', 'decidePrivacyApproval', answer)
    expect([refused.__typename, clauseIds(refused)]).toEqual(['ForbiddenError', ['IV.C.2']])
    await act(app, 'privacy', 'revokeDelegation', { delegationId: cover.id, ...REASON })
  })
  test('an exception cannot name it', async () => {
    const asked = { clauses: ['IV.C.2'], justification: 'In a hurry.', validUntil: '2099-01-01T00:00:00Z' }
    const refused = await act(app, 'manager-cbp', 'requestException', { accountId: await inUse(), ...asked })
    expect(clauseIds(refused)).toEqual(['V.B.12', 'IV.C.2'])
  })
  test('nobody decides on what they asked for, down to the database', async () => {
    const accountId = await inUse()
    const { id } = await act(app, 'manager-cbp', 'requestPrivacyApproval', {
      accountId,
      title: NAMED,
      ...QUESTION,
    })
    const person = app.personId('privacy')
    await app.owner.query('alter table privacy_approval disable trigger user')
    await app.owner.query('update privacy_approval set requested_by_id = $2 where id = $1', [
      rawId(id),
      rawId(person),
    ])
    await app.owner.query('alter table privacy_approval enable trigger user')
    const answer = { privacyApprovalId: id, decision: 'APPROVE', ...REASON }
    expect(clauseIds(await act(app, 'privacy', 'decidePrivacyApproval', answer))).toEqual(['IV.C.2', 'V.B.2'])
    const decide = (by: string, role: string) =>
      app.owner.query(
        `insert into decision (id, kind, privacy_approval_id, decided_by_id, role, clauses, decided_at)
         values (gen_random_uuid(), 'APPROVED', $1, $2, $3::"Role", '{}', now())`,
        [rawId(id), rawId(app.personId(by)), role],
      )
    await expect(decide('privacy', 'PRIVACY_OFFICER')).rejects.toThrow(/by the officer alone/)
    await expect(decide('aspa', 'ASPA')).rejects.toThrow(/by the officer alone/)
  })
  test('a name on record is not brought into use past the rules, down to the database', async () => {
    const accountId = await namedRequest(app)
    const forced = (set: string) =>
      app.owner.query(`update account set ${set} where id = $1`, [rawId(accountId)])
    await expect(forced(`state = 'APPROVED'`)).rejects.toThrow(/without approval/)
    await clearTexts(app, accountId, { title: NAMED })
    await act(app, 'opa', 'permitAccount', { accountId })
    await act(app, 'aspa', 'approveAccount', { accountId })
    await expect(forced(`title = 'Administrator John Doe'`)).rejects.toThrow(/without approval/)
  })
})

describe('Bad input to the Chief Privacy Officer', () => {
  test('the same is asked once, about something, with an end to come, of an account that has not ended', async () => {
    const accountId = await inUse()
    const question = { accountId, title: NAMED, ...QUESTION }
    const first = await act(app, 'manager-cbp', 'requestPrivacyApproval', question)
    const second = await act(app, 'manager-cbp', 'requestPrivacyApproval', question)
    expect([second.__typename, second.existingId]).toEqual(['ConflictError', first.id])
    const { title: _title, ...empty } = question
    expect(paths(await act(app, 'manager-cbp', 'requestPrivacyApproval', empty))).toEqual(['title'])
    const past = { ...question, title: 'Another Jane Doe', expiresOn: '2026-11-22' }
    expect(paths(await act(app, 'manager-cbp', 'requestPrivacyApproval', past))).toEqual(['expiresOn'])
    const ended = { ...question, accountId: await insertAccount(app, 'RETIRED') }
    expect(clauseIds(await act(app, 'manager-cbp', 'requestPrivacyApproval', ended))).toEqual(['IV.C.2'])
  })
  test('what is no personal information has no conditions and no end, and nothing is answered twice', async () => {
    const accountId = await inUse()
    const { id } = await act(app, 'manager-cbp', 'requestPrivacyApproval', {
      accountId,
      title: NAMED,
      ...QUESTION,
    })
    const answer = { privacyApprovalId: id, decision: 'NOT_PERSONAL', ...REASON }
    const decide = (more: object) => act(app, 'privacy', 'decidePrivacyApproval', { ...answer, ...more })
    expect(paths(await decide({ conditions: 'Only so.' }))).toEqual(['conditions'])
    expect(paths(await decide({ expiresOn: '2027-01-01' }))).toEqual(['expiresOn'])
    expect((await decide({})).state).toBe('NOT_PERSONAL')
    expect((await decide({})).code).toBe('INVALID_STATE')
  })
})
