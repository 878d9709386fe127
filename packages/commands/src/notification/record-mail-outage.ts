import { newId } from '@official-accounts/db/uuid'
import { allow, refuse } from '@official-accounts/domain/decision'
import { notFound } from '@official-accounts/domain/errors'
import { retryMailAt } from '@official-accounts/domain/notification/notification-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { lockOutage, type Outage } from './lock-outage.ts'

const input = z.object({
  /** What the connection failed with, without addresses; null where the server answers again. */
  failure: z.string().min(1).max(300).nullable(),
})

/** Records that the mail server takes nothing, each attempt on its way, and that it is there again. */
export const recordMailOutage = defineCommand({
  name: 'recordMailOutage',
  permission: 'notification.recordOutage',
  subjectType: 'MailOutage',
  input,
  subjectId: () => null,
  lock: (tx) => lockOutage(tx),
  place: () => ({ componentId: null }),
  decide(_actor, now, { failure }, outage) {
    const next = failure === null ? ended(outage, now) : failed(outage, failure, now)
    return next === null ? refuse(notFound('outage')) : allow(next)
  },
  async apply(tx, outage, before) {
    if (before === null) await tx.mailOutage.createMany({ data: [outage] })
    else await tx.mailOutage.updateMany({ where: { id: outage.id }, data: outage })
    return {
      result: { type: 'MailOutage', id: outage.id },
      audit: [
        {
          action: 'notification.recordOutage',
          componentId: null,
          subjectType: 'MailOutage',
          subjectId: outage.id,
          clauses: ['IV.A.5'],
          reason: outage.endedAt === null ? outage.failure : 'The server answers again.',
          changes: [
            { field: 'attempts', before: before?.attempts ?? null, after: outage.attempts },
            { field: 'endedAt', before: null, after: outage.endedAt?.toISOString() ?? null },
          ],
        },
      ],
      events: [],
    }
  },
})

function ended(outage: Outage | null, now: Date): Outage | null {
  return outage && { ...outage, endedAt: now, version: outage.version + 1 }
}

function failed(outage: Outage | null, failure: string, now: Date): Outage {
  const attempts = (outage?.attempts ?? 0) + 1
  return {
    id: outage?.id ?? newId(now.getTime()),
    beganAt: outage?.beganAt ?? now,
    version: (outage?.version ?? 0) + 1,
    lastFailedAt: now,
    nextAttemptAt: retryMailAt(attempts, now),
    endedAt: null,
    attempts,
    failure,
  }
}
