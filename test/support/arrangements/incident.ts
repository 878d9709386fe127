import { act } from '../act.ts'
import type { TestApp } from '../create-test-app.ts'
import { insertAccount, type ComponentCode } from '../records.ts'
import { bystander, REASON, type Arrange } from './arrange.ts'

const NOTICE = 'Posts of today are not ours.'
const EVIDENCE = { evidence: 'It has posted things nobody of the office wrote.' }

async function reportedIncident(app: TestApp, component: ComponentCode): Promise<string> {
  const accountId = await insertAccount(app, 'ACTIVE', { component })
  const report = { kind: 'COMPROMISE', accountId, ...EVIDENCE }
  return (await act(app, bystander(component), 'reportIncident', report)).id
}

/** For every mutation of this module a record on which it succeeds. */
export const incidentArrangements = {
  reportIncident: async (app, component) => ({
    kind: 'COMPROMISE',
    accountId: await insertAccount(app, 'ACTIVE', { component }),
    ...EVIDENCE,
  }),
  containIncident: async (app, component) => ({
    incidentId: await reportedIncident(app, component),
    ...REASON,
  }),
  publishIncidentNotice: async (app, component) => {
    const incidentId = await reportedIncident(app, component)
    await act(app, 'opa', 'containIncident', { incidentId, ...REASON })
    return { incidentId, publicNotice: NOTICE, ...REASON }
  },
  withdrawIncidentNotice: async (app, component) => {
    const incidentId = await reportedIncident(app, component)
    await act(app, 'opa', 'containIncident', { incidentId, publicNotice: NOTICE, ...REASON })
    return { incidentId, ...REASON }
  },
  recordRecoveryStep: async (app, component) => {
    const incidentId = await reportedIncident(app, component)
    await act(app, 'opa', 'containIncident', { incidentId, ...REASON })
    return { incidentId, step: 0, note: 'Looked through all of them.' }
  },
  resolveIncident: async (app, component) => ({
    incidentId: await reportedIncident(app, component),
    outcome: 'NOT_CONFIRMED',
    afterAction: 'The office wrote them itself.',
  }),
} satisfies Readonly<Record<string, Arrange>>
