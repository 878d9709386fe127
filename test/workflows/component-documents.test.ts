import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'

const DAY = 24 * 60 * 60_000
let offset = 0
const clock = () => new Date(Date.now() + offset)
const inDays = (days: number) => new Date(clock().getTime() + days * DAY).toISOString()

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ at: clock })
})
afterAll(() => app.close())

const REASON = { reason: 'Because the test says so.' }
const clauseIds = ({ clauses }: Outcome) => clauses?.map(({ id }) => id)
const submit = (by = 'director-cbp', name = 'publishComponentProcess') =>
  act(app, by, name, {
    componentId: app.componentId('CBP'),
    title: 'How we publish',
    body: 'One writes, another approves.',
  })
const review = (processId: string, outcome = 'ALIGNED', by = 'opa') =>
  act(app, by, 'reviewComponentProcess', { processId, outcome, ...REASON })
const activate = async () => {
  const accountId = await insertAccount(app, 'APPROVED', { primary: 'manager-cbp' })
  return { accountId, end: await act(app, 'manager-cbp', 'activateAccount', { accountId }) }
}
const guidance = (more: object = {}) =>
  act(app, 'opa', 'publishGuidance', {
    kind: 'GUIDANCE',
    topic: 'PROCEDURE',
    title: 'Approving content',
    body: 'Two people.',
    changeSummary: 'New.',
    roles: [],
    ...more,
  })

describe('IV.E.1: each component has a published process that follows the guidance', () => {
  test('the director submits it, Public Affairs publishes it, and nobody else does either', async () => {
    expect((await submit('manager-cbp')).__typename).toBe('ForbiddenError')
    expect((await submit('director-fema')).__typename).toBe('ForbiddenError')
    const process = await submit()
    expect(process.state).toBe('SUBMITTED')
    expect((await review(process.id, 'ALIGNED', 'director-cbp')).__typename).toBe('ForbiddenError')
    expect((await review(process.id, 'ALIGNED', 'privacy')).__typename).toBe('ForbiddenError')
    expect((await review(process.id)).state).toBe('PUBLISHED')
  })
  test('whoever submits does not review, down to the database', async () => {
    const { id } = await submit()
    await expect(
      app.owner.query(
        `insert into decision (id, kind, component_process_id, decided_by_id, clauses, decided_at)
         select gen_random_uuid(), 'APPROVED', id, submitted_by_id, '{}', now() from component_process where id = $1`,
        [rawId(id)],
      ),
    ).rejects.toThrow('reviewed by another')
    await expect(
      app.owner.query(`update component_process set body = 'Otherwise.' where id = $1`, [rawId(id)]),
    ).rejects.toThrow('never rewritten')
  })
  test('a new version overtakes the one that waits, and once published the one before', async () => {
    const first = await submit()
    const second = await submit()
    expect((await review(first.id)).__typename).toBe('InvalidStateError')
    await review(second.id)
    const { data } = await app.as(
      'director-cbp',
      '{ componentProcesses(first: 50, filter: { component: "CBP", state: [PUBLISHED] }) { edges { node { id number } } } }',
    )
    expect(data.componentProcesses.edges.map(({ node }: { node: Outcome }) => node.id)).toEqual([second.id])
  })
  test('without one no account is activated; returned is not published; an exception in force lets it pass', async () => {
    const { id } = await submit()
    await review(id)
    expect((await activate()).end.state).toBe('ACTIVE')
    expect((await review(id, 'RETURNED')).state).toBe('RETURNED')
    const { accountId, end } = await activate()
    expect(clauseIds(end)).toEqual(['IV.E.1'])
    const written = {
      clauses: ['IV.E.1'],
      justification: 'The process is being rewritten.',
      validUntil: inDays(1),
    }
    const { id: exceptionId } = await act(app, 'manager-cbp', 'requestException', { accountId, ...written })
    await act(app, 'opa', 'decideException', { exceptionId, decision: 'GRANT', ...REASON })
    expect((await act(app, 'manager-cbp', 'activateAccount', { accountId })).state).toBe('ACTIVE')
    await review((await submit()).id)
  })
  test('when guidance changes it is reviewed again: until its day the last review stands, then it does not', async () => {
    const process = await submit()
    await review(process.id)
    const alignment = async () => {
      const document = 'query ($id: ID!) { componentProcess(id: $id) { alignment } }'
      return (await app.as('director-cbp', document, { id: process.id })).data.componentProcess.alignment
    }
    expect(await alignment()).toBe('ALIGNED')
    offset = 1000
    await guidance({ processesReviewedBy: inDays(30) })
    expect(await alignment()).toBe('REVIEW_DUE')
    expect((await activate()).end.state).toBe('ACTIVE')
    offset = 31 * DAY
    expect(await alignment()).toBe('OUTDATED')
    expect(clauseIds((await activate()).end)).toEqual(['IV.E.1'])
    expect((await review(process.id)).state).toBe('PUBLISHED')
    expect(await alignment()).toBe('ALIGNED')
    expect((await activate()).end.state).toBe('ACTIVE')
    offset = 0
  })
})

describe('OIG.4: every component develops and implements a policy', () => {
  const coverage = async (persona = 'privacy') => {
    const { data } = await app.as(persona, '{ componentCoverage { policy process component { code } } }')
    return data.componentCoverage as { policy: string; component: { code: string } }[]
  }
  const decide = (policyId: string, outcome: string, by = 'privacy') =>
    act(app, by, 'reviewComponentPolicy', { policyId, outcome, ...REASON })
  const ofCbp = async () => (await coverage()).find(({ component }) => component.code === 'CBP')?.policy

  test('the Privacy Office reviews what a director submits, and the coverage report shows every component', async () => {
    expect(await ofCbp()).toBe('NONE')
    const { id: policyId } = await submit('director-cbp', 'submitComponentPolicy')
    expect(await ofCbp()).toBe('SUBMITTED')
    expect((await decide(policyId, 'APPROVED', 'opa')).__typename).toBe('ForbiddenError')
    expect((await decide(policyId, 'RETURNED')).state).toBe('RETURNED')
    expect(await ofCbp()).toBe('NONE')
    const next = await submit('director-cbp', 'submitComponentPolicy')
    expect((await decide(next.id, 'APPROVED')).state).toBe('APPROVED')
    expect(await ofCbp()).toBe('APPROVED')
    const seen = { policyId: next.id, implementation: 'Seen at a visit.' }
    expect((await act(app, 'director-cbp', 'confirmPolicyImplementation', seen)).__typename).toBe(
      'ForbiddenError',
    )
    expect((await act(app, 'privacy', 'confirmPolicyImplementation', seen)).state).toBe('IMPLEMENTED')
    expect(await ofCbp()).toBe('IMPLEMENTED')
    expect((await coverage()).map(({ component }) => component.code)).toEqual(['CBP', 'DHS HQ', 'FEMA'])
  })
  test('a component sees its own policy and not another’s', async () => {
    expect((await coverage('director-fema')).map(({ component }) => component.code)).toEqual(['FEMA'])
    const document = '{ componentPolicies(first: 10) { totalCount } }'
    expect((await app.as('director-fema', document)).data.componentPolicies.totalCount).toBe(0)
  })
})
