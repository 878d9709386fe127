import { z } from 'zod'
import { textField } from '../finding/finding-input.ts'
import { mitigationSettlement } from './settle-risk-mitigation.ts'

const input = z.object({
  riskMitigationId: z.uuid(),
  evidence: textField('Say what was done, and what shows it.'),
  evidenceUrl: z
    .url({ protocol: /^https?$/, error: 'An address that begins with https.' })
    .max(2000, 'At most 2,000 characters.')
    .nullish()
    .transform((value) => value ?? null),
})

/** Its owner says that a mitigation is done, with the evidence (IV.C.3, IV.D.2). */
export const completeRiskMitigation = mitigationSettlement(
  'completeRiskMitigation',
  { state: 'DONE', event: 'risk.mitigationDone' },
  input,
  ({ evidence, evidenceUrl }) => ({ outcome: evidence, evidenceUrl }),
)
