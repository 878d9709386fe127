import { isBounded, type HeldRole, type KnownActor, type Reach } from '@official-accounts/domain/access/actor'
import type { Role } from '@official-accounts/domain/access/roles'
import { escalationLine, overdueSince, type WorkDays } from '@official-accounts/domain/work/escalation'

/** What queues are read with: the time, the department's days, and for an overview whose records it covers. */
export interface WorkTiming {
  readonly now: Date
  readonly daysOf: (kind: string) => WorkDays
  /** Whose records an overview of all queues covers; null for somebody's own work. */
  readonly survey: Reach | null
}

/** In what part of a queue somebody has a say. */
export interface Standing {
  /** For records of these components; null for all. */
  readonly componentIds: readonly string[] | null
  /** For what was due before this alone: it has come up the line. Null for all. */
  readonly dueBefore: Date | null
}

/** What of a queue is an actor's: all of it for its owners, what is long overdue for the offices above them. */
export function standingsOf(
  { roles }: KnownActor,
  { kind, owners }: { readonly kind: string; readonly owners: readonly Role[] },
  { now, daysOf, survey }: WorkTiming,
): readonly Standing[] {
  if (survey !== null) {
    const isWhole = survey.extent === 'SYSTEM' || survey.extent === 'DEPARTMENT'
    return [{ componentIds: isWhole ? null : survey.componentIds, dueBefore: null }]
  }
  const own = roles.filter(({ role }) => owners.includes(role))
  const above = escalationLine(owners).flatMap((step, place) =>
    roles
      .filter(({ role }) => role === step)
      .map((held) => ({ componentIds: placeOf(held), dueBefore: overdueSince(place, now, daysOf(kind)) })),
  )
  return [...own.map((held) => ({ componentIds: placeOf(held), dueBefore: null })), ...above]
}

function placeOf(held: HeldRole): readonly string[] | null {
  return isBounded(held) ? held.componentIds : null
}
