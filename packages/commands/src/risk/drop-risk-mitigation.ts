import { z } from 'zod'
import { reasonField } from '../finding/finding-input.ts'
import { mitigationSettlement } from './settle-risk-mitigation.ts'

const input = z.object({ riskMitigationId: z.uuid(), reason: reasonField })

/** The office of the risk's area says why a mitigation will not be done (IV.C.3, IV.D.2). */
export const dropRiskMitigation = mitigationSettlement(
  'dropRiskMitigation',
  { state: 'DROPPED', event: 'risk.mitigationDropped' },
  input,
  ({ reason }) => ({ outcome: reason, evidenceUrl: null }),
)
