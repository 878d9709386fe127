import type { JobQueue } from '@official-accounts/db/job-schema'
import { EVENT_QUEUE } from '@official-accounts/db/outbox'

/** Builds of the public directory, after changes of it. */
export const PUBLISH_QUEUE = 'directory-publish'

/** Imports that were decided and wait to be applied. */
export const IMPORT_QUEUE = 'migration-apply'

/** Changes after which compliance is evaluated. */
export const COMPLIANCE_QUEUE = 'compliance-evaluation'

/** Events of which people could not be told at once. */
export const TELL_QUEUE = 'notification-tell'

/** The nightly look for reviews of platforms that no longer hold. */
export const REVIEW_QUEUE = 'platform-reviews'

/** Sweeps over the times that run against accounts. */
export const TIMER_QUEUE = 'timer-sweep'

/** The dates of roles, delegations, exceptions and training from which something follows. */
export const LAPSE_QUEUE = 'lapses'

/** The steps of certifications that are due: reminders, and the mark of who has not answered. */
export const CERTIFICATION_QUEUE = 'certification-calendar'

/** Reminders of work that is due soon or overdue. */
export const REMINDER_QUEUE = 'work-reminders'

/** Every queue the worker serves; made by the migration, because the application owns none. */
export const QUEUES: readonly JobQueue[] = [
  { name: EVENT_QUEUE, retryLimit: 10, retryBackoff: true },
  { name: TELL_QUEUE, retryLimit: 1000, retryDelay: 60 },
  { name: TIMER_QUEUE, retryLimit: 5, retryDelay: 30, retryBackoff: true, expireInSeconds: 1800 },
  { name: LAPSE_QUEUE, retryLimit: 5, retryDelay: 10, retryBackoff: true },
  { name: IMPORT_QUEUE, retryLimit: 5, retryDelay: 10, expireInSeconds: 3600 },
  { name: COMPLIANCE_QUEUE, retryLimit: 5, retryDelay: 10, retryBackoff: true, expireInSeconds: 3600 },
  { name: REVIEW_QUEUE, retryLimit: 5, retryDelay: 60, retryBackoff: true },
  { name: CERTIFICATION_QUEUE, retryLimit: 3, retryDelay: 60 },
  { name: REMINDER_QUEUE, retryLimit: 5, retryDelay: 60, retryBackoff: true, expireInSeconds: 1800 },
  // A publication that fails is an outcome and not a failed job; these are for a database that goes away meanwhile.
  { name: PUBLISH_QUEUE, retryLimit: 5, retryDelay: 30, retryBackoff: true, expireInSeconds: 1800 },
]
