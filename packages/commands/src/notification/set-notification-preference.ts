import type { Tx } from '@official-accounts/db/transaction'
import { personIdOf } from '@official-accounts/domain/access/actor'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow } from '@official-accounts/domain/decision'
import {
  DEFAULT_MAIL_PREFERENCE,
  MAIL_PREFERENCES,
} from '@official-accounts/domain/notification/notification'
import { firstMailAt } from '@official-accounts/domain/notification/notification-rules'
import { z } from 'zod'
import { defineCommand } from '../command.ts'

const input = z.object({ mail: z.enum(MAIL_PREFERENCES) })

/** Sets how a person is told by e-mail; what waits and was not tried yet follows. */
export const setNotificationPreference = defineCommand({
  name: 'setNotificationPreference',
  permission: 'notification.setPreference',
  subjectType: 'Person',
  input,
  subjectId: () => null,
  lock: lockPreference,
  place: () => ({ componentId: null }),
  version: (preference) => preference.version,
  decide(actor, now, { mail }, { personId }) {
    return allow({ personId: personIdOf(actor) ?? personId, mail, nextAttemptAt: firstMailAt(mail, now) })
  },
  async apply(tx, { personId, mail, nextAttemptAt }, before, { now }) {
    const written = { mail, version: before.version + 1, changedAt: now }
    if (before.version === 0) await tx.notificationPreference.createMany({ data: [{ personId, ...written }] })
    else await tx.notificationPreference.updateMany({ where: { personId }, data: written })
    await tx.notification.updateMany({
      where: { personId, mailState: 'PENDING', mailId: null },
      data: { nextAttemptAt, mailState: nextAttemptAt === null ? 'NONE' : 'PENDING' },
    })
    return {
      result: { type: 'NotificationPreference', id: personId },
      audit: [
        {
          action: 'notification.setPreference',
          componentId: null,
          subjectType: 'Person',
          subjectId: personId,
          clauses: ['IV.A.5'],
          reason: null,
          changes: changesBetween(['mail'], before, { mail }),
        },
      ],
      events: [],
    }
  },
})

// Two changes of one person's wait for each other, also before there is a row.
async function lockPreference(tx: Tx) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('notification preference ' || actor_person(), 0))`
  const found = await tx.notificationPreference.findFirst()
  return found ?? { personId: '', mail: DEFAULT_MAIL_PREFERENCE, version: 0 }
}
