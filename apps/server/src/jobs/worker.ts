import { EVENT_QUEUE, type QueuedEvent } from '@official-accounts/db/outbox'
import type { Logger } from 'pino'
import type { Metrics } from '../http/metrics.ts'
import type { JobBoss } from '../job-queue.ts'
import { PUBLISH_QUEUE } from '../queues.ts'
import type { Publication } from './publish-directory.ts'

const SETTLE_SECONDS = 5
const EVENTS_AT_ONCE = 100
const AFFECTS_DIRECTORY = /^(account|platform|migration|component)\./

/** What the worker works with. */
export interface WorkerOptions {
  readonly boss: JobBoss
  readonly publish: () => Promise<Publication>
  readonly metrics: Metrics
  readonly log: Logger
}

/** Hands events to their subscribers and publishes the directory after changes of it, many changes at once. */
export async function startWorker({ boss, publish, metrics, log }: WorkerOptions): Promise<void> {
  await boss.work<QueuedEvent>(EVENT_QUEUE, { batchSize: EVENTS_AT_ONCE, pollingIntervalSeconds: 1 }, async (jobs) => {
    if (!jobs.some((job) => affectsDirectory(job.data.type))) return
    // One build in this slot of time and one in the next at most: the later one sees what the first was too early for.
    await boss.sendDebounced(PUBLISH_QUEUE, {}, null, SETTLE_SECONDS)
  })
  await boss.work(PUBLISH_QUEUE, { pollingIntervalSeconds: 1 }, async () => {
    try {
      const publication = await publish()
      metrics.publications.inc({ outcome: publication.outcome })
      log.info({ event: 'publication', ...publication })
    } catch (error) {
      metrics.publications.inc({ outcome: 'FAILED' })
      log.error({ event: 'publication failed', err: error })
      throw error
    }
  })
}

/** Whether an event may change what the public sees. */
export function affectsDirectory(eventType: string): boolean {
  return AFFECTS_DIRECTORY.test(eventType)
}
