import { applyMigration } from '@official-accounts/commands/migration/apply-migration'
import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import type { JobBoss } from '@official-accounts/db/job-queue'
import { EVENT_QUEUE, type QueuedEvent } from '@official-accounts/db/outbox'
import type { Logger } from 'pino'
import type { Metrics } from '../http/metrics.ts'
import { IMPORT_QUEUE, PUBLISH_QUEUE } from '../queues.ts'
import type { Publication } from './publish-directory.ts'

const SETTLE_SECONDS = 5
const EVENTS_AT_ONCE = 100
const AFFECTS_DIRECTORY = /^(account|platform|migration|component)\./

/** What the worker works with. */
export interface WorkerOptions {
  readonly commands: CommandEnvironment & { readonly boss: JobBoss }
  readonly publish: () => Promise<Publication>
  readonly metrics: Metrics
  readonly log: Logger
}

/** Hands events to their subscribers: decided imports are applied, and changes are published, many at once. */
export async function startWorker(options: WorkerOptions): Promise<void> {
  const { boss } = options.commands
  await boss.work<QueuedEvent>(
    EVENT_QUEUE,
    { batchSize: EVENTS_AT_ONCE, pollingIntervalSeconds: 1 },
    async (jobs) => {
      for (const { data } of jobs) await handOver(boss, data)
      if (!jobs.some((job) => affectsDirectory(job.data.type))) return
      // One build in this slot of time and one in the next at most: the later one sees what the first was too early for.
      await boss.sendDebounced(PUBLISH_QUEUE, {}, null, SETTLE_SECONDS)
    },
  )
  await boss.work<{ migrationId: string }>(IMPORT_QUEUE, { pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const { data } of jobs) await applyMigration(options.commands, data.migrationId)
  })
  await boss.work(PUBLISH_QUEUE, { pollingIntervalSeconds: 1 }, () => publishNow(options))
}

// Applying is idempotent, so a second delivery of one event does no harm.
async function handOver(boss: JobBoss, { type, subject }: QueuedEvent): Promise<void> {
  if (type !== 'migration.approved') return
  const migrationId = subject.split('/')[1] ?? ''
  await boss.send(IMPORT_QUEUE, { migrationId })
}

async function publishNow({ publish, metrics, log }: WorkerOptions): Promise<void> {
  try {
    const publication = await publish()
    metrics.publications.inc({ outcome: publication.outcome })
    log.info({ event: 'publication', ...publication })
  } catch (error) {
    metrics.publications.inc({ outcome: 'FAILED' })
    log.error({ event: 'publication failed', err: error })
    throw error
  }
}

/** Whether an event may change what the public sees. */
export function affectsDirectory(eventType: string): boolean {
  return AFFECTS_DIRECTORY.test(eventType)
}
