import type { Prisma } from '@official-accounts/db/generated/client/client'
import { recordQueue } from './record-queue.ts'
import type { WorkQueue } from './work-queue.ts'

/** Mail that its server refuses for good, one item for each reader: to be mended and sent again, or given up. */
export const mailRefusalQueue: WorkQueue = recordQueue<Prisma.MailRefusalWhereInput>({
  kind: 'MAIL_REFUSED',
  title: 'Mail that was refused',
  owners: ['ADMIN'],
  due: 'NONE',
  columns: { dueOn: null, since: (refusedAt) => ({ refusedAt }), id: (id) => ({ id }) },
  where: () => ({ settledAt: null }),
  within: null,
  count: ({ mailRefusal }, which) => mailRefusal.count({ where: { AND: [which] } }),
  async oldest({ mailRefusal }, which) {
    const first = await mailRefusal.findFirst({
      where: { AND: [which] },
      orderBy: { refusedAt: 'asc' },
      select: { refusedAt: true },
    })
    return first?.refusedAt ?? null
  },
  async page({ mailRefusal }, which, take) {
    const rows = await mailRefusal.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [which] },
      orderBy: [{ refusedAt: 'asc' }, { id: 'asc' }],
      take,
      select: { id: true, failure: true, refusedAt: true, person: { select: { displayName: true } } },
    })
    return rows.map(({ id, failure, refusedAt, person }) => ({
      subjectType: 'MailRefusal',
      subjectId: id,
      title: person.displayName,
      componentCode: null,
      reason: `Mail to this reader is refused for good. ${failure}`,
      action: 'resendRefusedMail',
      since: refusedAt,
      dueOn: null,
    }))
  },
})
