import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import type { Role } from '@official-accounts/domain/access/roles'
import { isLongOutage } from '@official-accounts/domain/notification/notification-rules'
import { compareWork, type WorkItem, type WorkQueue } from './work-queue.ts'

const KIND = 'MAIL_OUTAGE'
const OWNERS: readonly Role[] = ['ADMIN']

/** A mail server that has been away for an hour, for an administrator: the first mail it takes closes it. */
export const mailQueue: WorkQueue = {
  kind: KIND,
  title: 'Mail that does not go out',
  owners: OWNERS,
  staysWithOwners: true,
  open({ roles }, read, { survey, now }) {
    if (survey === null && !roles.some(({ role }) => OWNERS.includes(role))) return null
    return {
      count: async () => ((await findOutage(read, now)) === null ? 0 : 1),
      async page(after) {
        const outage = await findOutage(read, now)
        return outage === null || (after !== null && compareWork(outage, after) <= 0) ? [] : [outage]
      },
    }
  },
}

async function findOutage({ mailOutage }: PrismaClient, now: Date): Promise<WorkItem | null> {
  const outage = await mailOutage.findFirst({ where: { endedAt: null } })
  if (outage === null || !isLongOutage(outage.beganAt, now)) return null
  return {
    kind: KIND,
    subjectType: 'MailOutage',
    subjectId: outage.id,
    title: 'Mail server',
    componentCode: null,
    reason: `It takes no mail; what waits goes out when it does. ${outage.failure}`,
    action: 'retryMail',
    since: outage.beganAt,
    dueOn: null,
  }
}
