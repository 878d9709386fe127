import type { CommandEnvironment } from '@official-accounts/commands/command-call'
import { recordNotifications } from '@official-accounts/commands/notification/record-notifications'
import { runCommand } from '@official-accounts/commands/run-command'
import type { QueuedEvent } from '@official-accounts/db/outbox'
import type { Actor } from '@official-accounts/domain/access/actor'
import { DomainError } from '@official-accounts/domain/errors'
import { NOTICES } from '@official-accounts/domain/notification/notices'

const ACTOR: Actor = { kind: 'SYSTEM', process: 'notification' }

/**
 * Tells an event to whom it concerns. Safe to call again for one event: each is told once.
 *
 * @returns whether anybody was told
 */
export async function tellPeople(
  commands: CommandEnvironment,
  { id: eventId, type: kind, subject, time, actorId = null }: QueuedEvent,
  mailGoesOut: boolean,
): Promise<boolean> {
  if (!Object.hasOwn(NOTICES, kind)) return false
  const [subjectType = '', subjectId = ''] = subject.split('/')
  const told = { eventId, kind, subjectType, subjectId, actorId, happenedAt: new Date(time), mailGoesOut }
  try {
    await runCommand(commands, recordNotifications, { actor: ACTOR, requestId: null }, told)
    return true
  } catch (error) {
    // Nobody is concerned, or everybody was told before.
    if (error instanceof DomainError && error.refusal.code === 'NOT_FOUND') return false
    throw error
  }
}
