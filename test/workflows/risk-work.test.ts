import { evaluateEverything } from '@official-accounts/commands/compliance/evaluate-all'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '../support/act.ts'
import { createReviewApp, REASON, type ReviewApp } from '../support/review-app.ts'
import { ASSESSMENT, MITIGATION, RISK } from '../support/risks.ts'

let app: ReviewApp
beforeAll(async () => {
  app = await createReviewApp()
})
afterAll(() => app.close())

interface Item {
  readonly kind: string
  readonly subjectId: string
}

const QUEUES = ['RISK_ASSESSMENT', 'RISK_DECISION', 'RISK_REVIEW', 'RISK_MITIGATION']

async function workOf(persona: string, id: string): Promise<readonly string[]> {
  const document = `{ workItems(first: 100, queues: ${JSON.stringify(QUEUES)}) { items { kind subjectId } } }`
  const { data } = await app.as(persona, document)
  const items: readonly Item[] = data.workItems.items
  return items.filter(({ subjectId }) => subjectId === id).map(({ kind }) => kind)
}

async function findings(component: string): Promise<readonly string[]> {
  await evaluateEverything(app.services.commands)
  const document = `query ($component: String!) {
    findings(first: 100, state: OPEN, component: $component) { edges { node { code clause { id } } } } }`
  const { data } = await app.as('opa', document, { component })
  const edges: readonly { node: { code: string; clause: { id: string } } }[] = data.findings.edges
  return edges
    .map(({ node }) => `${node.clause.id} ${node.code}`)
    .filter((words) => words.includes('RISK') || words.includes('MITIGATION'))
    .toSorted()
}

const raise = (changes: object = {}) =>
  act(app, 'opa', 'raiseRisk', { ...RISK, componentId: app.componentId('CBP'), ...changes })

describe('risks are work, and what is late goes up the line and is found (IV.C.3, IV.C.5, IV.D.2)', () => {
  test('a risk waits to be assessed, then to be decided on, and its mitigation for its owner', async () => {
    const { id: riskId } = await raise()
    expect(await workOf('privacy', riskId)).toEqual(['RISK_ASSESSMENT'])
    expect(await workOf('crcl', riskId)).toEqual([])
    await act(app, 'privacy', 'assessRisk', { riskId, ...ASSESSMENT, ...REASON })
    expect(await workOf('privacy', riskId)).toEqual(['RISK_DECISION'])
    const { id } = await act(app, 'privacy', 'planRiskMitigation', { riskId, ...MITIGATION })
    expect(await workOf('privacy', riskId)).toEqual([])
    expect(await workOf('director-cbp', id)).toEqual(['RISK_MITIGATION'])
    expect(await workOf('director-fema', id)).toEqual([])
  })
  test('a mitigation after its day is found under IV.C.3 and goes to Public Affairs, until it is done', async () => {
    const { id: riskId } = await raise({ componentId: app.componentId('FEMA') })
    await act(app, 'privacy', 'assessRisk', { riskId, ...ASSESSMENT, ...REASON })
    const plan = { riskId, ...MITIGATION, dueOn: '2026-12-01' }
    const { id } = await act(app, 'privacy', 'planRiskMitigation', plan)
    expect(await findings('FEMA')).toEqual([])
    expect(await workOf('opa', id)).toEqual([])
    app.later(10)
    expect(await findings('FEMA')).toEqual(['IV.C.3 PRIVACY_MITIGATION_OVERDUE'])
    expect(await workOf('opa', id)).toEqual(['RISK_MITIGATION'])
    await act(app, 'director-fema', 'completeRiskMitigation', {
      riskMitigationId: id,
      evidence: 'It is off.',
    })
    expect(await findings('FEMA')).toEqual([])
    expect(await workOf('opa', id)).toEqual([])
    app.later(0)
  })
  test('a privacy risk that nobody looked at again in time is found under IV.C.5, one to civil rights under IV.D.2', async () => {
    const raised = [await raise(), await raise({ area: 'CIVIL_RIGHTS' })]
    const offices = ['privacy', 'crcl']
    for (const [at, { id: riskId }] of raised.entries()) {
      const assessment = { riskId, ...ASSESSMENT, reviewBy: '2026-12-20', ...REASON }
      await act(app, offices[at] ?? '', 'assessRisk', assessment)
      expect(await workOf(offices[at] ?? '', riskId)).toEqual(['RISK_DECISION'])
    }
    app.later(20)
    expect(await workOf('privacy', raised[0]?.id ?? '')).toContain('RISK_REVIEW')
    expect(await findings('CBP')).toEqual([])
    app.later(29)
    expect(await findings('CBP')).toEqual([
      'IV.C.5 PRIVACY_RISK_REVIEW_OVERDUE',
      'IV.D.2 CIVIL_RIGHTS_RISK_REVIEW_OVERDUE',
    ])
    expect(await workOf('aspa', raised[1]?.id ?? '')).toContain('RISK_REVIEW')
    for (const [at, { id: riskId }] of raised.entries()) {
      const reviewed = { riskId, reviewBy: '2027-12-20', ...REASON }
      expect((await act(app, offices[at] ?? '', 'reviewRisk', reviewed)).message).toBeUndefined()
    }
    expect(await findings('CBP')).toEqual([])
    app.later(0)
  })
  test('a high risk on an approved platform that nobody bears is found on the platform', async () => {
    const platformId = await app.reviewed()
    await act(app, 'aspa', 'approvePlatform', { platformId })
    const risk = { ...RISK, platformId, area: 'CIVIL_RIGHTS' }
    const { id: riskId } = await act(app, 'opa', 'raiseRisk', risk)
    await act(app, 'crcl', 'assessRisk', { riskId, ...ASSESSMENT, ...REASON })
    expect(await findings('DHS HQ')).toEqual(['IV.D.2 CIVIL_RIGHTS_RISK'])
    await act(app, 'crcl', 'acceptRisk', { riskId, acceptedUntil: '2027-03-01', ...REASON })
    expect(await findings('DHS HQ')).toEqual([])
  })
})
