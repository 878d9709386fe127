import { lockAccountsOf } from '@official-accounts/db/facts/person-contacts'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { notFound } from '@official-accounts/domain/errors'
import { isLapseToNote } from '@official-accounts/domain/lapse/lapse'
import { z } from 'zod'
import { settledEntries, settleTimers } from '../account-timer/settle-timers.ts'
import { defineCommand } from '../command.ts'

/**
 * Takes note that the training of people who answer for accounts has run out: the accounts are vacant by arithmetic since
 * that instant, and the time to their suspension begins here (IV.A.3, V.B.5). NOT_FOUND, which leaves no trace, where
 * nobody's has.
 */
export const noteLapsedTraining = defineCommand({
  name: 'noteLapsedTraining',
  permission: 'training.lapse',
  subjectType: 'Person',
  input: z.object({ ids: z.array(z.uuid()).min(1).max(50) }),
  subjectId: () => null,
  async lock(tx, { ids }) {
    await tx.$queryRaw`SELECT id FROM person WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
    const people = await tx.person.findMany({
      where: { id: { in: ids } },
      orderBy: { id: 'asc' },
      select: { id: true, componentId: true, trainingLapsesAt: true, trainingLapseNotedAt: true },
    })
    return { people, accountIds: await lockAccountsOf(tx, ...people.map(({ id }) => id)) }
  },
  place: () => ({ componentId: null }),
  decide(_actor, now, _input, { people }) {
    const [first, ...rest] = people.filter((person) => isLapseToNote(person, now))
    return first ? allow([first, ...rest] as const) : refuse(notFound('training to note'))
  },
  async apply(tx, [first, ...rest], { accountIds }, { now }) {
    const lapsed = [first, ...rest]
    await tx.person.updateMany({
      where: { id: { in: lapsed.map(({ id }) => id) } },
      data: { trainingLapseNotedAt: now },
    })
    const settled = await settleTimers(tx, accountIds, now)
    const entries = settledEntries(
      settled,
      'training.lapse',
      'The training of whoever answers for it has run out.',
    )
    return {
      result: { type: 'Person', id: first.id },
      audit: [entryFor(first), ...rest.map(entryFor), ...entries],
      events: [
        ...lapsed.map(({ id }) => ({
          type: 'person.trainingLapsed' as const,
          subjectType: 'Person',
          subjectId: id,
        })),
        ...settled.flatMap(({ events }) => events),
      ],
    }
  },
})

interface Lapsed {
  readonly id: string
  readonly componentId: string | null
  readonly trainingLapsesAt: Date | null
}

function entryFor({ id, componentId, trainingLapsesAt }: Lapsed): AuditEntry {
  return {
    action: 'training.lapse',
    componentId,
    subjectType: 'Person',
    subjectId: id,
    clauses: ['IV.A.3', 'V.B.5'],
    reason: 'The training that contacts need is not current.',
    changes: [{ field: 'trainingLapsedAt', before: null, after: trainingLapsesAt?.toISOString() ?? null }],
  }
}
