import { allow, refuse } from '@official-accounts/domain/decision'
import { notFound } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { lockOutage } from './lock-outage.ts'

/** Has the mail server tried again at once, by whoever has put it right. */
export const retryMail = defineCommand({
  name: 'retryMail',
  permission: 'notification.retryMail',
  subjectType: 'MailOutage',
  input: z.object({ outageId: z.uuid() }),
  subjectId: ({ outageId }) => outageId,
  lock: (tx) => lockOutage(tx),
  place: () => ({ componentId: null }),
  version: (outage) => outage?.version ?? 0,
  decide(_actor, _now, { outageId }, outage) {
    return outage?.id === outageId ? allow(outage) : refuse(notFound('outage that goes on'))
  },
  async apply(tx, { id, nextAttemptAt, version }, _locked, { now }) {
    await tx.mailOutage.updateMany({ where: { id }, data: { nextAttemptAt: now, version: version + 1 } })
    return {
      result: { type: 'MailOutage', id },
      audit: [
        {
          action: 'notification.retryMail',
          componentId: null,
          subjectType: 'MailOutage',
          subjectId: id,
          clauses: ['IV.A.5'],
          reason: null,
          changes: [
            { field: 'nextAttemptAt', before: nextAttemptAt.toISOString(), after: now.toISOString() },
          ],
        },
      ],
      events: [{ type: 'mail.retried', subjectType: 'MailOutage', subjectId: id }],
    }
  },
})
