import type { JobQueue } from '@official-accounts/db/job-schema'
import { EVENT_QUEUE } from '@official-accounts/db/outbox'

/** Builds of the public directory, after changes of it. */
export const PUBLISH_QUEUE = 'directory-publish'

/** Every queue the worker serves; made by the migration, because the application owns none. */
export const QUEUES: readonly JobQueue[] = [
  { name: EVENT_QUEUE, retryLimit: 10, retryBackoff: true },
  { name: PUBLISH_QUEUE, retryLimit: 3, retryDelay: 30, expireInSeconds: 900 },
]
