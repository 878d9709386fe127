import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { lookAtIndividual, QUESTION } from '../support/arrangements/privacy-approval.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)
const paths = ({ issues }: Outcome) => issues?.map(({ path }) => path)

async function waitsFor(persona: string, kind: string, subjectId?: string): Promise<number> {
  const answer = await app.as(persona, '{ workItems(first: 100) { items { kind subjectId } } }')
  const items: { kind: string; subjectId: string }[] = answer.data.workItems.items
  return items.filter((item) => item.kind === kind && (!subjectId || item.subjectId === subjectId)).length
}

describe('IV.C.2: people are looked at only with the Chief Privacy Officer’s approval', () => {
  const approve = (accessGrantId: string) =>
    act(app, 'opa', 'decideAccess', { accessGrantId, decision: 'APPROVE', ...REASON })
  const ask = (accessGrantId: string, by = 'employee') =>
    act(app, by, 'requestMonitoringApproval', { accessGrantId, ...QUESTION })

  test('access to individuals’ accounts is denied at will, and approved and provided only with it', async () => {
    const { id } = await act(app, 'employee', 'requestAccess', lookAtIndividual())
    expect(clauseIds(await approve(id))).toEqual(['IV.C.2'])
    const { id: privacyApprovalId } = await ask(id)
    expect(await waitsFor('privacy', 'PRIVACY_APPROVAL', privacyApprovalId)).toBe(1)
    await act(app, 'privacy', 'decidePrivacyApproval', { privacyApprovalId, decision: 'APPROVE', ...REASON })
    expect((await approve(id)).state).toBe('APPROVED')
    await act(app, 'privacy', 'revokePrivacyApproval', { privacyApprovalId, ...REASON })
    const provide = { accessGrantId: id, ...REASON }
    expect(clauseIds(await act(app, 'cio', 'provisionAccess', provide))).toEqual(['IV.C.2'])
    const again = await ask(id)
    await act(app, 'privacy', 'decidePrivacyApproval', {
      privacyApprovalId: again.id,
      decision: 'APPROVE',
      ...REASON,
    })
    expect((await act(app, 'cio', 'provisionAccess', provide)).state).toBe('PROVISIONED')
    await act(app, 'privacy', 'revokePrivacyApproval', { privacyApprovalId: again.id, ...REASON })
    expect(await waitsFor('cio', 'UNAPPROVED_MONITORING', id)).toBe(1)
    const other = await act(app, 'employee', 'requestAccess', lookAtIndividual())
    const denied = { accessGrantId: other.id, decision: 'DENY', ...REASON }
    expect((await act(app, 'opa', 'decideAccess', denied)).state).toBe('DENIED')
  })
  test('whose an account is has to be said, and a request from before does not pass', async () => {
    const monitored = [{ profileUrl: 'https://x.com/TestUnsaid', holder: 'UNSTATED' }]
    const unsaid = await act(app, 'employee', 'requestAccess', { ...lookAtIndividual(), monitored })
    expect(paths(unsaid)).toEqual(['monitored.0'])
    const { id } = await act(app, 'employee', 'requestAccess', lookAtIndividual())
    await app.owner.query(`update monitored_account set holder = 'UNSTATED' where access_grant_id = $1`, [
      rawId(id),
    ])
    expect(clauseIds(await approve(id))).toEqual(['IV.C.2'])
  })
  test('it is asked by who the access is for, about somebody’s account, of access that has not ended', async () => {
    const { id } = await act(app, 'employee', 'requestAccess', lookAtIndividual())
    expect(clauseIds(await ask(id, 'opa'))).toEqual(['IV.C.2', 'V.B.4'])
    const { id: offices } = await act(app, 'employee', 'requestAccess', {
      ...lookAtIndividual(),
      monitored: [{ profileUrl: 'https://x.com/TestCounty', holder: 'OFFICE_OR_ORGANIZATION' }],
    })
    expect(paths(await ask(offices))).toEqual(['accessGrantId'])
    await act(app, 'employee', 'withdrawAccessRequest', { accessGrantId: id, ...REASON })
    expect(clauseIds(await ask(id))).toEqual(['IV.C.2'])
  })
})
