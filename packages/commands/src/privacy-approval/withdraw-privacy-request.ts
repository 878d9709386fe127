import { z } from 'zod'
import { reasonField } from './privacy-input.ts'
import { privacyTransition } from './privacy-transition.ts'

/** Takes a question to the Chief Privacy Officer back before it is answered. */
export const withdrawPrivacyRequest = privacyTransition(
  'withdrawPrivacyRequest',
  z.object({ privacyApprovalId: z.uuid(), reason: reasonField }),
  () => ({ to: 'WITHDRAWN', kind: 'WITHDRAWN', event: 'privacyApproval.withdrawn' }),
)
