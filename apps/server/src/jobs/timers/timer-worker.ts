import { sweepTimers } from '@official-accounts/commands/account-timer/sweep-timers'
import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import type { JobBoss } from '@official-accounts/db/job-queue'
import type { QueuedEvent } from '@official-accounts/db/outbox'
import type { Logger } from 'pino'
import { TIMER_QUEUE } from '../../queues.ts'
import { affectsTimers } from './timer-triggers.ts'

const SETTLE_SECONDS = 5
/** At the eleventh minute of every hour: a day is warned of and ends on its day, and a lost event is made up for. */
const EVERY_HOUR = '11 * * * *'

/** What the timer worker works with. */
export interface TimerWorkerOptions {
  readonly commands: CommandEnvironment & { readonly boss: JobBoss }
  readonly log: Logger
}

/**
 * Advances the timers of accounts every hour, and at once what came due while nothing ran. A sweep that fails is tried
 * again by the queue; two at once do nothing twice.
 */
export async function startTimerWorker({ commands, log }: TimerWorkerOptions): Promise<void> {
  const { boss } = commands
  await boss.work(TIMER_QUEUE, { pollingIntervalSeconds: 1 }, async () => {
    const advanced = await sweepTimers(commands)
    if (advanced > 0) log.info({ event: 'timers advanced', accounts: advanced })
  })
  await boss.schedule(TIMER_QUEUE, EVERY_HOUR)
  await askForSweep(boss)
}

/** Asks for a sweep after events that may begin or end a time; many of them for one. */
export async function followTimers(boss: JobBoss, events: readonly QueuedEvent[]): Promise<void> {
  if (events.some(({ type }) => affectsTimers(type))) await askForSweep(boss)
}

async function askForSweep(boss: JobBoss): Promise<void> {
  await boss.sendDebounced(TIMER_QUEUE, {}, null, SETTLE_SECONDS)
}
