import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertAccess } from '../support/access-grants.ts'
import { act, type Outcome } from '../support/act.ts'
import { newestVersion } from '../support/arrangements/guidance.ts'
import { arrangementOf } from '../support/arrangements.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const DAY = 86_400_000
const REASON = 'Because the test says so.'
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString()

let guidance = ''
beforeAll(async () => {
  const { id } = await act(app, 'opa', 'publishGuidance', {
    kind: 'GUIDANCE',
    topic: 'PROCEDURE',
    title: 'How approvers decide',
    body: 'Read first, then decide.',
    changeSummary: 'The first version.',
    roles: ['COMPONENT_DIRECTOR'],
  })
  guidance = id
})

async function decide(by: string, accessGrantId: string): Promise<Outcome> {
  return act(app, by, 'decideAccess', { accessGrantId, decision: 'APPROVE', reason: REASON })
}

async function offered(by: string, id: string): Promise<{ allowed: boolean; blockedBy: object | null }> {
  const document = `query ($id: ID!) { accessGrant(id: $id) {
    availableActions { action allowed blockedBy { code clause { id } } } } }`
  const { data } = await app.as(by, document, { id })
  const actions: readonly { action: string; allowed: boolean; blockedBy: object | null }[] =
    data.accessGrant.availableActions
  return actions.find(({ action }) => action === 'decideAccess') ?? { allowed: false, blockedBy: null }
}

describe('IV.E.2: a component’s director approves only after acknowledging the guidance in force', () => {
  test('access is not decided before, and its page says so; an office of the department is not held by it', async () => {
    const access = await insertAccess(app, 'author-cbp')
    expect(clauseIds(await decide('director-cbp', access))).toEqual(['IV.E.2'])
    expect(await offered('director-cbp', access)).toMatchObject({
      allowed: false,
      blockedBy: { code: 'POLICY_REFUSAL', clause: { id: 'IV.E.2' } },
    })
    expect((await decide('director-fema', access)).__typename, 'another component’s').not.toBe('AccessGrant')
    expect((await decide('opa', access)).state).toBe('APPROVED')
  })
  test('an exception to IV.E.2 for the component lifts it, and the decision says by which', async () => {
    const { id: exceptionId } = await act(app, 'manager-cbp', 'requestException', {
      clauses: ['IV.E.2'],
      componentId: app.componentId('CBP'),
      justification: 'The guidance is being translated.',
      validUntil: inDays(1),
    })
    const access = await insertAccess(app, 'author-cbp')
    expect(clauseIds(await decide('director-cbp', access)), 'asked for is not granted').toEqual(['IV.E.2'])
    await act(app, 'opa', 'decideException', { exceptionId, decision: 'GRANT', reason: REASON })
    expect((await decide('director-cbp', access)).state).toBe('APPROVED')
    const { rows } = await app.owner.query(
      'select used_exception_ids from decision where access_grant_id = $1',
      [rawId(access)],
    )
    expect(rows).toEqual([{ used_exception_ids: [rawId(exceptionId)] }])
    await act(app, 'opa', 'revokeException', { exceptionId, reason: REASON })
  })
  test('a director to whom approval is lent reads it as well; the Assistant Secretary does not wait for it', async () => {
    await act(app, 'aspa', 'delegateApproval', {
      delegateId: app.personId('director-cbp'),
      componentId: app.componentId('CBP'),
      writtenAuthority: 'Memorandum of the test.',
      validUntil: inDays(30),
      reason: REASON,
    })
    const { accountId } = await arrangementOf('approveAccount')(app, 'CBP')
    const refused = await act(app, 'director-cbp', 'approveAccount', { accountId })
    expect(clauseIds(refused)).toEqual(['IV.E.2'])
    expect((await act(app, 'aspa', 'approveAccount', { accountId })).state).toBe('APPROVED')
  })
  test('once it is acknowledged, both are decided', async () => {
    const versionId = await newestVersion(app, guidance)
    await act(app, 'director-cbp', 'acknowledgeGuidance', { versionId })
    expect((await decide('director-cbp', await insertAccess(app, 'author-cbp'))).state).toBe('APPROVED')
    const { accountId } = await arrangementOf('approveAccount')(app, 'CBP')
    expect((await act(app, 'director-cbp', 'approveAccount', { accountId })).code).toBeUndefined()
  })
})
