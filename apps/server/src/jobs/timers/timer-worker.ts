import { sweepTimers } from '@official-accounts/commands/account-timer/sweep-timers'
import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import type { JobBoss } from '@official-accounts/db/job-queue'
import type { QueuedEvent } from '@official-accounts/db/outbox'
import type { Logger } from 'pino'
import { TIMER_QUEUE } from '../../queues.ts'
import { affectsTimers } from './timer-triggers.ts'

const SETTLE_SECONDS = 5
const ONCE_SECONDS = 30
/** At the eleventh minute of every hour what nobody woke for is made up for. */
const EVERY_HOUR = '11 * * * *'

/** What the timer worker works with. */
export interface TimerWorkerOptions {
  readonly commands: CommandEnvironment & { readonly boss: JobBoss }
  readonly log: Logger
}

/**
 * Warns and suspends in the instant that the timers of accounts come to it: each sweep wakes itself for the next one, a
 * start makes up for those that came while nothing ran. A sweep that fails is tried again by the queue; two at once do
 * nothing twice.
 */
export async function startTimerWorker({ commands, log }: TimerWorkerOptions): Promise<void> {
  const { boss } = commands
  await boss.work(TIMER_QUEUE, { pollingIntervalSeconds: 1 }, async () => {
    const { advanced, next } = await sweepTimers(commands)
    if (advanced > 0) log.info({ event: 'timers advanced', accounts: advanced })
    if (next !== null) await boss.send(TIMER_QUEUE, {}, { startAfter: next, ...onceAt(next) })
  })
  await boss.schedule(TIMER_QUEUE, EVERY_HOUR)
  await askForSweep(boss)
}

/** Asks for a sweep after events that may begin or end a time; many of them for one. */
export async function followTimers(boss: JobBoss, events: readonly QueuedEvent[]): Promise<void> {
  if (events.some(({ type }) => affectsTimers(type))) await askForSweep(boss)
}

// However many sweeps see the same instant, it is woken for once.
function onceAt(next: Date) {
  return { singletonKey: next.toISOString(), singletonSeconds: ONCE_SECONDS }
}

async function askForSweep(boss: JobBoss): Promise<void> {
  await boss.sendDebounced(TIMER_QUEUE, {}, null, SETTLE_SECONDS)
}
