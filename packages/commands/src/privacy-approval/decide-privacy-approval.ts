import { PRIVACY_DECISIONS } from '@official-accounts/domain/privacy-approval/privacy-approval'
import { checkPrivacyDecision } from '@official-accounts/domain/privacy-approval/privacy-approval-rules'
import { z } from 'zod'
import { endField, reasonField } from './privacy-input.ts'
import { privacyTransition, type PrivacyMove } from './privacy-transition.ts'

const input = z.object({
  privacyApprovalId: z.uuid(),
  decision: z.enum(PRIVACY_DECISIONS),
  conditions: z
    .string()
    .trim()
    .max(4000, 'At most 4,000 characters.')
    .nullish()
    .transform((text) => (text == null || text === '' ? null : text)),
  expiresOn: endField,
  reason: reasonField,
})

/**
 * The Chief Privacy Officer approves these very values, on conditions and until a day where one is given, finds that they
 * are no personal information, or refuses. Nobody does it in the officer’s place (IV.C.2).
 */
export const decidePrivacyApproval = privacyTransition(
  'decidePrivacyApproval',
  input,
  ({ decision, conditions, expiresOn }, asked): PrivacyMove => {
    switch (decision) {
      case 'APPROVE':
        return {
          to: 'APPROVED',
          kind: 'APPROVED',
          event: 'privacyApproval.approved',
          fields: { conditions, expiresOn: expiresOn ?? asked.expiresOn },
        }
      case 'NOT_PERSONAL':
        // What is no personal information needs no end.
        return {
          to: 'NOT_PERSONAL',
          kind: 'NOT_PERSONAL',
          event: 'privacyApproval.notPersonal',
          fields: { expiresOn: null },
        }
      case 'REFUSE':
        return { to: 'REFUSED', kind: 'DENIED', event: 'privacyApproval.refused' }
    }
  },
  ({ decision, conditions, expiresOn }, now) =>
    checkPrivacyDecision(decision, { conditions, expiresOn }, now),
)
