import { personIdOf } from '@official-accounts/domain/access/actor'
import { allow } from '@official-accounts/domain/decision'
import { z } from 'zod'
import { defineCommand } from '../command.ts'

/** Marks everything a person was told so far as read. */
export const markAllNotificationsRead = defineCommand({
  name: 'markAllNotificationsRead',
  permission: 'notification.read',
  subjectType: 'Person',
  input: z.object({}),
  subjectId: () => null,
  lock: (tx) =>
    tx.$queryRaw`SELECT id FROM notification WHERE read_at IS NULL AND person_id = actor_person() ORDER BY id FOR UPDATE`,
  place: () => ({ componentId: null }),
  decide: (actor) => allow({ personId: personIdOf(actor) ?? '' }),
  async apply(tx, { personId }, _locked, { now }) {
    const { count } = await tx.notification.updateMany({
      where: { personId, readAt: null },
      data: { readAt: now },
    })
    return {
      result: { type: 'Person', id: personId },
      audit: [
        {
          action: 'notification.read',
          componentId: null,
          subjectType: 'Person',
          subjectId: personId,
          clauses: ['IV.A.5'],
          reason: null,
          changes: [{ field: 'read', before: null, after: count }],
        },
      ],
      events: [],
    }
  },
})
