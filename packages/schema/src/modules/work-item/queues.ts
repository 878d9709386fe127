import { accessQueues } from './access-queues.ts'
import { accountQueues } from './account-queues.ts'
import { correctiveActionQueues } from './corrective-action-queues.ts'
import { certificationQueues } from './certification-queues.ts'
import { delegationQueue } from './delegation-queue.ts'
import { exceptionQueue } from './exception-queue.ts'
import { guidanceQueues } from './guidance-queues.ts'
import { discoveredQueue } from './discovered-queue.ts'
import { heldRowQueue, importQueue } from './import-queues.ts'
import { lawChecklistQueues } from './law-checklist-queues.ts'
import { mailQueue } from './mail-queue.ts'
import { overdueClaimsQueue } from './overdue-claims-queue.ts'
import { mailRefusalQueue } from './mail-refusal-queue.ts'
import { platformQueue } from './platform-queue.ts'
import { incidentQueues } from './incident-queues.ts'
import { moderationQueues } from './moderation-queues.ts'
import { privacyQueues } from './privacy-queues.ts'
import { publicationQueue } from './publication-queue.ts'
import { reviewQueues } from './review-queues.ts'
import { riskQueues } from './risk-queues.ts'
import { timerQueues } from './timer-queues.ts'
import type { WorkQueue } from './work-queue.ts'

/** Every queue there is; each says for whom it is one. */
export const WORK_QUEUES: readonly WorkQueue[] = [
  ...accountQueues,
  ...timerQueues,
  ...lawChecklistQueues,
  overdueClaimsQueue,
  discoveredQueue,
  ...reviewQueues,
  ...correctiveActionQueues,
  ...riskQueues,
  ...certificationQueues,
  exceptionQueue,
  ...accessQueues,
  ...privacyQueues,
  delegationQueue,
  platformQueue,
  ...incidentQueues,
  ...moderationQueues,
  importQueue,
  heldRowQueue,
  publicationQueue,
  mailQueue,
  mailRefusalQueue,
  ...guidanceQueues,
]
