import type { Tx } from '@official-accounts/db/transaction'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, DomainError, notFound } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { defineCommand } from '../command.ts'

/** Marks a notification of one's own as read. */
export const markNotificationRead = defineCommand({
  name: 'markNotificationRead',
  permission: 'notification.read',
  subjectType: 'Notification',
  input: z.object({ notificationId: z.uuid() }),
  subjectId: ({ notificationId }) => notificationId,
  lock: (tx, { notificationId }) => lockNotification(tx, notificationId),
  place: () => ({ componentId: null }),
  decide(actor, _now, _input, { personId, readAt }) {
    if (personId !== personIdOf(actor)) return refuse(notFound('notification'))
    return readAt === null ? allow(null) : refuse(conflict('It has been read already.'))
  },
  async apply(tx, _outcome, { id }, { now }) {
    await tx.notification.updateMany({ where: { id }, data: { readAt: now } })
    return {
      result: { type: 'Notification', id },
      audit: [
        {
          action: 'notification.read',
          componentId: null,
          subjectType: 'Notification',
          subjectId: id,
          clauses: ['IV.A.5'],
          reason: null,
          changes: [{ field: 'readAt', before: null, after: now.toISOString() }],
        },
      ],
      events: [],
    }
  },
})

async function lockNotification(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT id FROM notification WHERE id = ${id}::uuid FOR UPDATE`
  const select = { id: true, personId: true, readAt: true }
  const notification = await tx.notification.findFirst({ where: { id }, select })
  if (notification === null) throw new DomainError(notFound('notification'))
  return notification
}
