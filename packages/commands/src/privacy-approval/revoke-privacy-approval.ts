import { z } from 'zod'
import { reasonField } from './privacy-input.ts'
import { privacyTransition } from './privacy-transition.ts'

/**
 * The Chief Privacy Officer takes an approval back: what it was about is found and becomes work at once, and hides
 * nothing by itself (IV.C.2).
 */
export const revokePrivacyApproval = privacyTransition(
  'revokePrivacyApproval',
  z.object({ privacyApprovalId: z.uuid(), reason: reasonField }),
  () => ({ to: 'REVOKED', kind: 'REVOKED', event: 'privacyApproval.revoked' }),
)
