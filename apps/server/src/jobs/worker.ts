import { applyMigration } from '@official-accounts/commands/migration/apply-migration'
import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import type { JobBoss } from '@official-accounts/db/job-queue'
import { EVENT_QUEUE, type QueuedEvent } from '@official-accounts/db/outbox'
import { retryDelay } from '@official-accounts/domain/publication/publication-rules'
import type { Logger } from 'pino'
import { IMPORT_QUEUE, PUBLISH_QUEUE, TELL_QUEUE } from '../queues.ts'
import { askForEvaluation, workEvaluations } from './compliance/work-evaluations.ts'
import type { Publisher } from './publication/publisher.ts'
import type { PublicationStart } from './publication/publication-store.ts'
import { startCertificationCalendar } from './certification-calendar.ts'
import type { Mailer } from './notification/mailer.ts'
import { startReminderWorker } from './notification/reminder-worker.ts'
import { tellPeople } from './notification/tell-people.ts'
import { followLapses, startLapseWorker } from './lapses/lapse-worker.ts'
import { followTimers, startTimerWorker } from './timers/timer-worker.ts'
import { affectsDirectory, isUrgent } from './publish-triggers.ts'
import { startReviewExpiry } from './review-expiry.ts'

const SETTLE_SECONDS = 5
const EVENTS_AT_ONCE = 100
const TELL_AGAIN_SECONDS = 60
const PRIORITY = { URGENT: 10, MANUAL: 5 } as const

/** What the worker works with. */
export interface WorkerOptions {
  readonly commands: CommandEnvironment & { readonly boss: JobBoss }
  readonly publisher: Publisher
  /** Null where no mail server is set: people are told in the client alone. */
  readonly mailer: Mailer | null
  readonly log: Logger
}

/** Hands events to their subscribers: decided imports are applied, and changes are published, many at once. */
export async function startWorker(options: WorkerOptions): Promise<void> {
  const { boss } = options.commands
  await boss.work<QueuedEvent>(
    EVENT_QUEUE,
    { batchSize: EVENTS_AT_ONCE, pollingIntervalSeconds: 1 },
    async (jobs) => {
      const events = jobs.map(({ data }) => data)
      for (const event of events) await handOver(options, event)
      await askForPublication(options, events)
      await askForEvaluation(boss, events)
      await followTimers(boss, events)
      await followLapses(options.commands, events)
    },
  )
  await boss.work<QueuedEvent>(
    TELL_QUEUE,
    { batchSize: EVENTS_AT_ONCE, pollingIntervalSeconds: 5 },
    async (jobs) => {
      for (const { data } of jobs) await tellOrDefer(options, data)
    },
  )
  await boss.work<{ migrationId: string }>(IMPORT_QUEUE, { pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const { data } of jobs) await applyMigration(options.commands, data.migrationId)
  })
  await boss.work<PublicationStart>(PUBLISH_QUEUE, { pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const { data } of jobs) await publishNow(options, data)
  })
  await workEvaluations(options)
  await startReviewExpiry(options)
  await startTimerWorker(options)
  await startLapseWorker(options)
  await startCertificationCalendar(options.commands)
  await startReminderWorker(options)
  // What changed while nobody listened, and a failure at the start, are tried again.
  await boss.sendDebounced(PUBLISH_QUEUE, BY_CHANGE, null, SETTLE_SECONDS)
}

const BY_CHANGE: PublicationStart = { publicationId: null, trigger: 'CHANGE', acceptLoss: false }

// Every subscriber is idempotent, so a second delivery of one event does no harm.
async function handOver(options: WorkerOptions, event: QueuedEvent): Promise<void> {
  const { commands, publisher, mailer } = options
  const { type, subject } = event
  await tellOrDefer(options, event)
  if (type === 'mail.retried' || type === 'mail.settled') mailer?.poke()
  const id = subject.split('/')[1] ?? ''
  if (type === 'migration.approved') await commands.boss.send(IMPORT_QUEUE, { migrationId: id })
  if (type === 'publication.rolledBack') await publisher.followRegistry()
  if (type === 'publication.requested') {
    const start = { ...BY_CHANGE, publicationId: id, trigger: 'MANUAL' }
    await commands.boss.send(PUBLISH_QUEUE, start, { priority: PRIORITY.MANUAL })
  }
}

// What cannot be told now is told later, as often as it takes, and holds up nothing else.
async function tellOrDefer({ commands, mailer, log }: WorkerOptions, event: QueuedEvent): Promise<void> {
  try {
    if (await tellPeople(commands, event, mailer !== null)) mailer?.poke()
  } catch (error) {
    log.error({ event: 'people could not be told', err: error })
    await commands.boss.send(TELL_QUEUE, event, { startAfter: TELL_AGAIN_SECONDS })
  }
}

async function askForPublication(
  { commands: { boss }, publisher }: WorkerOptions,
  events: readonly QueuedEvent[],
): Promise<void> {
  if (events.some(({ type }) => isUrgent(type))) {
    publisher.makeWay()
    await boss.send(PUBLISH_QUEUE, { ...BY_CHANGE, trigger: 'URGENT' }, { priority: PRIORITY.URGENT })
  } else if (events.some(({ type }) => affectsDirectory(type))) {
    // One build in this slot of time and one in the next at most: the later one sees what the first was too early for.
    await boss.sendDebounced(PUBLISH_QUEUE, BY_CHANGE, null, SETTLE_SECONDS)
  }
}

// The delay grows with failures in a row, and one attempt waits at a time: nothing fails in a hot loop.
async function publishNow(
  { publisher, commands, log }: WorkerOptions,
  start: PublicationStart,
): Promise<void> {
  const { fault } = await publisher.publish(start)
  if (fault === null) return
  const seconds = retryDelay(fault.code, await publisher.failuresInRow())
  if (seconds === null) return
  log.warn({ event: 'publication is tried again', seconds })
  const once = { startAfter: seconds, singletonKey: 'again', singletonSeconds: seconds }
  await commands.boss.send(PUBLISH_QUEUE, BY_CHANGE, once)
}
