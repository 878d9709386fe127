import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import { isLongOutage } from '@official-accounts/domain/notification/notification-rules'
import { shortQueue, type ShortItem, type ShortReader } from './short-queue.ts'

/** A mail server that has been away for an hour, for an administrator: the first mail it takes closes it. */
export const mailQueue = shortQueue({
  kind: 'MAIL_OUTAGE',
  title: 'Mail that does not go out',
  owners: ['ADMIN'],
  read: findOutage,
})

async function findOutage({ mailOutage }: PrismaClient, { now }: ShortReader): Promise<readonly ShortItem[]> {
  const outage = await mailOutage.findFirst({ where: { endedAt: null } })
  if (outage === null || !isLongOutage(outage.beganAt, now)) return []
  return [
    {
      subjectType: 'MailOutage',
      subjectId: outage.id,
      title: 'Mail server',
      componentId: null,
      componentCode: null,
      reason: `It takes no mail; what waits goes out when it does. ${outage.failure}`,
      action: 'retryMail',
      since: outage.beganAt,
      dueOn: null,
    },
  ]
}
