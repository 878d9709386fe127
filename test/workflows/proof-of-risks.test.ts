import { afterAll, beforeAll, describe, expect } from 'vitest'
import { proofs } from '../support/proof.ts'
import { createReviewApp, REASON, type ReviewApp } from '../support/review-app.ts'
import { ASSESSMENT, MITIGATION, RISK } from '../support/risks.ts'

let app: ReviewApp
beforeAll(async () => {
  app = await createReviewApp()
})
afterAll(() => app.close())

const shows = proofs(() => app)
const UNTIL = { acceptedUntil: '2027-11-01', ...REASON }

describe('Offices: risks to privacy and to civil rights', () => {
  shows(
    'IV.C.5',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'the Chief Privacy Officer, and no other office, says that a risk is mitigated, once something was done about it',
    async ({ act }) => {
      const { id: riskId } = await act('opa', 'raiseRisk', { ...RISK, componentId: app.componentId('CBP') })
      await act('privacy', 'assessRisk', { riskId, ...ASSESSMENT, ...REASON })
      const left = { riskId, likelihood: 'UNLIKELY', impact: 'MINOR', ...REASON }
      await act('privacy', 'mitigateRisk', left)
      const { id: riskMitigationId } = await act('privacy', 'planRiskMitigation', { riskId, ...MITIGATION })
      await act('director-cbp', 'completeRiskMitigation', { riskMitigationId, evidence: 'It is off.' })
      await act('crcl', 'mitigateRisk', left)
      expect((await act('privacy', 'mitigateRisk', left)).state).toBe('MITIGATED')
    },
  )
  shows(
    'IV.C.3',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'no platform is approved while a high risk to privacy on it is neither mitigated nor accepted by its office',
    async ({ act }) => {
      const platformId = await app.reviewed()
      const { id: riskId } = await act('opa', 'raiseRisk', { ...RISK, platformId })
      await act('privacy', 'assessRisk', { riskId, ...ASSESSMENT, ...REASON })
      await act('aspa', 'approvePlatform', { platformId })
      await act('crcl', 'acceptRisk', { riskId, ...UNTIL })
      await act('privacy', 'acceptRisk', { riskId, ...UNTIL })
      expect((await act('aspa', 'approvePlatform', { platformId })).state).toBe('APPROVED')
    },
  )
  shows(
    'IV.D.2',
    ['ALLOWED', 'REFUSED', 'RIGHT_OFFICE', 'WRONG_OFFICE'],
    'no platform is approved while a high risk to civil rights on it is neither mitigated nor accepted by its office',
    async ({ act }) => {
      const platformId = await app.reviewed()
      const { id: riskId } = await act('opa', 'raiseRisk', { ...RISK, area: 'CIVIL_RIGHTS', platformId })
      await act('crcl', 'assessRisk', { riskId, ...ASSESSMENT, ...REASON })
      await act('aspa', 'approvePlatform', { platformId })
      await act('privacy', 'acceptRisk', { riskId, ...UNTIL })
      await act('crcl', 'acceptRisk', { riskId, ...UNTIL })
      expect((await act('aspa', 'approvePlatform', { platformId })).state).toBe('APPROVED')
    },
  )
})
