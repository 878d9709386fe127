import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import type { JobBoss } from '@official-accounts/db/job-queue'
import type { Logger } from 'pino'
import { REMINDER_QUEUE } from '../../queues.ts'
import type { Mailer } from './mailer.ts'
import { remindPeople } from './remind-people.ts'

/** At the nineteenth minute of every hour: a day's reminders go out in its first hour, and a lost run is made up for. */
const EVERY_HOUR = '19 * * * *'

interface ReminderWorkerOptions {
  readonly commands: CommandEnvironment & { readonly boss: JobBoss }
  /** Null where no mail server is set. */
  readonly mailer: Mailer | null
  readonly log: Logger
}

/** Reminds people of their work every hour, and at the start of what came due while nothing ran. */
export async function startReminderWorker({ commands, mailer, log }: ReminderWorkerOptions): Promise<void> {
  const { boss } = commands
  await boss.work(REMINDER_QUEUE, { pollingIntervalSeconds: 30 }, async () => {
    const people = await remindPeople(commands, mailer !== null)
    if (people === 0) return
    log.info({ event: 'people were reminded of their work', people })
    mailer?.poke()
  })
  await boss.schedule(REMINDER_QUEUE, EVERY_HOUR)
  await boss.send(REMINDER_QUEUE, {}, { singletonKey: 'start', singletonSeconds: 60 })
}
