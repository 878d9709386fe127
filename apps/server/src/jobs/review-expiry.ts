import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import { reopenAllExpiredReviews } from '@official-accounts/commands/platform/reopen-expired-reviews'
import type { JobBoss } from '@official-accounts/db/job-queue'
import type { Logger } from 'pino'
import { REVIEW_QUEUE } from '../queues.ts'

const HOUR_UTC = 3
const DAY_SECONDS = 86_400

interface ReviewExpiryOptions {
  readonly commands: CommandEnvironment & { readonly boss: JobBoss }
  readonly log: Logger
}

/** Asks every night for reviews of platforms that no longer hold, and once at the start for what was missed. */
export async function startReviewExpiry({ commands, log }: ReviewExpiryOptions): Promise<void> {
  const { boss } = commands
  await boss.work(REVIEW_QUEUE, { pollingIntervalSeconds: 30 }, async () => {
    // The next night first: what fails tonight does not end the nights.
    const next = nextNight(new Date())
    const once = { singletonKey: next.toISOString(), singletonSeconds: DAY_SECONDS }
    await boss.send(REVIEW_QUEUE, {}, { startAfter: next, ...once })
    const platforms = await reopenAllExpiredReviews(commands)
    if (platforms > 0) log.info({ event: 'reviews are due again', platforms })
  })
  await boss.send(REVIEW_QUEUE, {}, { singletonKey: 'start', singletonSeconds: 60 })
}

/** The next time it is three in the morning in UTC. */
export function nextNight(now: Date): Date {
  const night = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`)
  night.setUTCHours(HOUR_UTC)
  return night > now ? night : new Date(night.getTime() + DAY_SECONDS * 1000)
}
