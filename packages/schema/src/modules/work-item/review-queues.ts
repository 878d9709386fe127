import type { Prisma } from '@official-accounts/db/generated/client/client'
import { REVIEW_KINDS } from '@official-accounts/domain/platform/platform'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/platform-rules'
import { recordQueue } from './record-queue.ts'
import type { QueueColumns, WorkQueue } from './work-queue.ts'

const COLUMNS: QueueColumns<Prisma.PlatformReviewWhereInput> = {
  dueOn: (dueOn) => ({ dueOn }),
  since: (changedAt) => ({ platform: { changedAt } }),
  id: (id) => ({ platform: { id } }),
}

const REVIEWED = ['PROPOSED', 'UNDER_REVIEW', 'APPROVED', 'SUSPENDED'] as const

/** Reviews of platforms that are due, one queue for each kind: it has one office (IV.A.2). */
export const reviewQueues: readonly WorkQueue[] = REVIEW_KINDS.map((review) => {
  const words = review.toLowerCase().replaceAll('_', ' ')
  return recordQueue<Prisma.PlatformReviewWhereInput>({
    kind: `REVIEW_${review}`,
    title: `Platforms: ${words} review`,
    owners: [REVIEW_OFFICES[review].role],
    due: 'DATE',
    columns: COLUMNS,
    where: () => ({ kind: review, outcome: 'DUE', platform: { state: { in: [...REVIEWED] } } }),
    within: null,
    count: ({ platformReview }, which) => platformReview.count({ where: { AND: [which] } }),
    async oldest({ platformReview }, which) {
      const first = await platformReview.findFirst({
        where: { AND: [which] },
        orderBy: { platform: { changedAt: 'asc' } },
        select: { platform: { select: { changedAt: true } } },
      })
      return first?.platform.changedAt ?? null
    },
    async page({ platformReview }, which, take) {
      const rows = await platformReview.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [which] },
        orderBy: [
          { dueOn: { sort: 'asc', nulls: 'last' } },
          { platform: { changedAt: 'asc' } },
          { platform: { id: 'asc' } },
        ],
        take,
        select: { dueOn: true, platform: { select: { id: true, name: true, changedAt: true } } },
      })
      return rows.map(({ dueOn, platform }) => ({
        subjectType: 'Platform',
        subjectId: platform.id,
        title: platform.name,
        componentCode: null,
        reason: `Your office’s ${words} review is due.`,
        action: 'recordPlatformReview',
        since: platform.changedAt,
        dueOn,
      }))
    },
  })
})
