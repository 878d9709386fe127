import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow } from '@official-accounts/domain/decision'
import { z } from 'zod'
import { defineCommand } from '../command.ts'

const days = z.int('Whole days.').min(1, 'At least one day.').max(365, 'At most a year.')

const input = z.object({
  queue: z.string().regex(/^(\*|[A-Z][A-Z_]{1,60})$/, 'The kind of a queue, or * for all others.'),
  dueDays: days,
  stepDays: days,
  noticeDays: days,
  reason: z.string().trim().min(1, 'Say why.').max(2000, 'At most 2,000 characters.'),
})

/** Sets by when the work of a queue is due, and when it goes up the line (IV.A.5). */
export const setWorkPolicy = defineCommand({
  name: 'setWorkPolicy',
  permission: 'work.setPolicy',
  subjectType: 'WorkPolicy',
  input,
  subjectId: () => null,
  lock: lockPolicy,
  place: () => ({ componentId: null }),
  version: (policy) => policy?.version ?? 0,
  decide: (_actor, _now, wanted) => allow(wanted),
  async apply(tx, { queue, reason, ...set }, before, { now }) {
    const written = { ...set, isDefault: false, version: (before?.version ?? 0) + 1, changedAt: now }
    const id = before?.id ?? newId(now.getTime())
    if (before === null) await tx.workPolicy.createMany({ data: [{ id, queue, ...written }] })
    else await tx.workPolicy.updateMany({ where: { id }, data: written })
    return {
      result: { type: 'WorkPolicy', id },
      audit: [
        {
          action: 'work.setPolicy',
          componentId: null,
          subjectType: 'WorkPolicy',
          subjectId: id,
          clauses: ['IV.A.5'],
          reason,
          changes: changesBetween(['queue', 'dueDays', 'stepDays', 'noticeDays'], before ?? {}, {
            queue,
            ...set,
          }),
        },
      ],
      events: [],
    }
  },
})

async function lockPolicy(tx: Tx, { queue }: z.infer<typeof input>) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`work policy ${queue}`}, 0))`
  return tx.workPolicy.findFirst({ where: { queue } })
}
