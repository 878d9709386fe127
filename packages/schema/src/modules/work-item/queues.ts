import { accountQueues } from './account-queues.ts'
import { discoveredQueue } from './discovered-queue.ts'
import { heldRowQueue, importQueue } from './import-queues.ts'
import { publicationQueue } from './publication-queue.ts'
import { reviewQueues } from './review-queues.ts'
import type { WorkQueue } from './work-queue.ts'

/** Every queue there is; each says for whom it is one. */
export const WORK_QUEUES: readonly WorkQueue[] = [
  ...accountQueues,
  discoveredQueue,
  ...reviewQueues,
  importQueue,
  heldRowQueue,
  publicationQueue,
]
