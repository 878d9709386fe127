import { remindDueCertifications } from '@official-accounts/commands/certification/remind-due-certifications'
import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import type { JobBoss } from '@official-accounts/db/job-queue'
import { CERTIFICATION_QUEUE } from '../queues.ts'

/** Every hour: a step is due on a day, and a server that was down makes up for it within the hour. */
const EVERY_HOUR = '7 * * * *'

/** Takes the steps of certifications that are due, at the start and every hour (IV.E.3). */
export async function startCertificationCalendar(
  commands: CommandEnvironment & { readonly boss: JobBoss },
): Promise<void> {
  const { boss } = commands
  await boss.work(CERTIFICATION_QUEUE, async () => {
    await remindDueCertifications(commands, commands.at?.() ?? new Date())
  })
  await boss.schedule(CERTIFICATION_QUEUE, EVERY_HOUR)
  await boss.send(CERTIFICATION_QUEUE, {}, { singletonKey: 'start', singletonSeconds: 60 })
}
