import { asActor, type CommandEnvironment } from '@official-accounts/commands/command-call'
import { recordReminders } from '@official-accounts/commands/notification/record-reminders'
import { runCommand } from '@official-accounts/commands/run-command'
import { runAs } from '@official-accounts/db/actor-settings'
import { databaseNow, loadActor } from '@official-accounts/db/actor-store'
import { listWorkers, readReminderDays } from '@official-accounts/db/facts/reminder-facts'
import { settingsFor } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { DomainError } from '@official-accounts/domain/errors'
import { dueSoonUntil } from '@official-accounts/domain/notification/reminder-rules'
import { readDueWork } from '@official-accounts/schema/modules/work-item/due-work'

const SYSTEM = { kind: 'SYSTEM', process: 'reminders' } as const

/**
 * Reminds everybody of work that is due soon or overdue, as they themselves see it. Safe to call at any time and from
 * several processes at once: of a piece of work nobody is reminded twice, and what was missed is made up for.
 *
 * @returns how many people were reminded
 * @throws AggregateError when some could not be; the others were
 */
export async function remindPeople(commands: CommandEnvironment, mailGoesOut: boolean): Promise<number> {
  const { client, at } = commands
  const { now, days, people } = await asActor(SYSTEM, async () => ({
    now: at?.() ?? (await databaseNow(client)),
    days: await readReminderDays(client),
    people: await listWorkers(client),
  }))
  const failures: unknown[] = []
  let reminded = 0
  for (const personId of people) {
    try {
      if (await remind(personId)) reminded += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some people could not be reminded.')
  return reminded

  async function remind(personId: string): Promise<boolean> {
    const { actor } = await asActor(SYSTEM, () => loadActor(client, personId, null, { at: now }))
    if (actor === null || actor.roles.length === 0) return false
    const until = dueSoonUntil(now, days)
    const work = await runAs(settingsFor(readReach(actor)), () => readDueWork(client, actor, { now, until }))
    if (work.length === 0) return false
    const call = { actor: SYSTEM, requestId: null }
    try {
      await runCommand(commands, recordReminders, call, { personId, work: [...work], at: now, mailGoesOut })
      return true
    } catch (error) {
      // Reminded of all of it before.
      if (error instanceof DomainError && error.refusal.code === 'NOT_FOUND') return false
      throw error
    }
  }
}
