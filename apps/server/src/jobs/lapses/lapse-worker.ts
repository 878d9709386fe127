import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import { meetLapses, nextLapse } from '@official-accounts/commands/lapse/meet-lapses'
import type { JobBoss } from '@official-accounts/db/job-queue'
import type { QueuedEvent } from '@official-accounts/db/outbox'
import type { Logger } from 'pino'
import { LAPSE_QUEUE } from '../../queues.ts'
import { affectsLapses } from './lapse-triggers.ts'

/** A date that nobody woke for is met within the hour. */
const EVERY_HOUR = '23 * * * *'
/** Nothing that goes wrong at an instant is tried in a hot loop. */
const ONCE_SECONDS = 30

/** What the lapse worker works with. */
export interface LapseWorkerOptions {
  readonly commands: CommandEnvironment & { readonly boss: JobBoss }
  readonly log: Logger
}

/**
 * Meets the dates of roles, delegations, exceptions and training in the instant they come: each run wakes itself for the
 * next one, a start makes up for those that came while nothing ran.
 */
export async function startLapseWorker({ commands, log }: LapseWorkerOptions): Promise<void> {
  const { boss } = commands
  await boss.work(LAPSE_QUEUE, { pollingIntervalSeconds: 1 }, async () => {
    const met = await meetLapses(commands)
    if (Object.values(met).some((count) => count > 0)) log.info({ event: 'lapses met', ...met })
    await wakeAtNext(commands)
  })
  await boss.schedule(LAPSE_QUEUE, EVERY_HOUR)
  await boss.send(LAPSE_QUEUE, {})
}

/** Wakes for the next date after events that may have set an earlier one. */
export async function followLapses(
  commands: LapseWorkerOptions['commands'],
  events: readonly QueuedEvent[],
): Promise<void> {
  if (events.some(({ type }) => affectsLapses(type))) await wakeAtNext(commands)
}

async function wakeAtNext(commands: LapseWorkerOptions['commands']): Promise<void> {
  const next = await nextLapse(commands)
  if (next === null) return
  const once = { singletonKey: next.toISOString(), singletonSeconds: ONCE_SECONDS }
  await commands.boss.send(LAPSE_QUEUE, {}, { startAfter: next, ...once })
}
