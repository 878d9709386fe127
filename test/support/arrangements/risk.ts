import { act } from '../act.ts'
import type { TestApp } from '../create-test-app.ts'
import { insertAccount, type ComponentCode } from '../records.ts'
import { ASSESSMENT, MITIGATION, RISK } from '../risks.ts'
import { REASON, type Arrange } from './arrange.ts'

async function raised(app: TestApp, component: ComponentCode): Promise<string> {
  const accountId = await insertAccount(app, 'ACTIVE', { component })
  return (await act(app, 'opa', 'raiseRisk', { accountId, ...RISK })).id
}

async function assessed(app: TestApp, component: ComponentCode): Promise<string> {
  const riskId = await raised(app, component)
  return (await act(app, 'privacy', 'assessRisk', { riskId, ...ASSESSMENT, ...REASON })).id
}

async function planned(app: TestApp, riskId: string): Promise<string> {
  return (await act(app, 'privacy', 'planRiskMitigation', { riskId, ...MITIGATION })).id
}

async function handled(app: TestApp, component: ComponentCode): Promise<string> {
  const riskId = await assessed(app, component)
  const director = component === 'CBP' ? 'director-cbp' : 'director-fema'
  const riskMitigationId = await planned(app, riskId)
  await act(app, director, 'completeRiskMitigation', { riskMitigationId, ...EVIDENCE })
  return riskId
}

async function closed(app: TestApp, component: ComponentCode): Promise<string> {
  return (await act(app, 'privacy', 'closeRisk', { riskId: await raised(app, component), ...REASON })).id
}

const EVIDENCE = { evidence: 'Messages are switched off.' }

/** For every mutation on risks and their mitigations a record on which it succeeds. */
export const riskArrangements = {
  raiseRisk: async (app, component) => ({
    accountId: await insertAccount(app, 'ACTIVE', { component }),
    ...RISK,
  }),
  assessRisk: async (app, component) => ({
    riskId: await raised(app, component),
    ...ASSESSMENT,
    ...REASON,
  }),
  planRiskMitigation: async (app, component) => ({ riskId: await assessed(app, component), ...MITIGATION }),
  completeRiskMitigation: async (app, component) => ({
    riskMitigationId: await planned(app, await assessed(app, component)),
    ...EVIDENCE,
  }),
  dropRiskMitigation: async (app, component) => ({
    riskMitigationId: await planned(app, await assessed(app, component)),
    ...REASON,
  }),
  mitigateRisk: async (app, component) => ({
    riskId: await handled(app, component),
    likelihood: 'UNLIKELY',
    impact: 'SERIOUS',
    ...REASON,
  }),
  acceptRisk: async (app, component) => ({
    riskId: await assessed(app, component),
    acceptedUntil: '2098-01-01',
    ...REASON,
  }),
  reviewRisk: async (app, component) => ({
    riskId: await assessed(app, component),
    reviewBy: '2098-06-01',
    ...REASON,
  }),
  closeRisk: async (app, component) => ({ riskId: await raised(app, component), ...REASON }),
  reopenRisk: async (app, component) => ({ riskId: await closed(app, component), ...REASON }),
} satisfies Readonly<Record<string, Arrange>>
