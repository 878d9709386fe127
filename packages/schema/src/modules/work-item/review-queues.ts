import type { Prisma } from '@official-accounts/db/generated/client/client'
import { REVIEW_KINDS, type ReviewOpening } from '@official-accounts/domain/platform/platform'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { REVIEWED_STATES } from '../platform/review-load.ts'
import { recordQueue } from './record-queue.ts'
import type { QueueColumns, WorkQueue } from './work-queue.ts'

const COLUMNS: QueueColumns<Prisma.PlatformReviewWhereInput> = {
  dueOn: (dueOn) => ({ dueOn }),
  since: (openedAt) => ({ openedAt }),
  id: (id) => ({ platform: { id } }),
}

const AGAIN: Readonly<Record<ReviewOpening, string>> = {
  PROPOSED: '',
  EXPIRED: ' again: the last one has expired',
  TERMS_CHANGED: ' again: the platform changed its terms',
  PRIVACY_POLICY_CHANGED: ' again: the platform changed its privacy policy',
}

/** Reviews of platforms that are due, one queue for each kind: it has one office (IV.A.2). */
export const reviewQueues: readonly WorkQueue[] = REVIEW_KINDS.map((review) => {
  const words = review.toLowerCase().replaceAll('_', ' ')
  return recordQueue<Prisma.PlatformReviewWhereInput>({
    kind: `REVIEW_${review}`,
    title: `Platforms: ${words} review`,
    owners: [REVIEW_OFFICES[review].role],
    due: 'DATE',
    columns: COLUMNS,
    where: () => ({ kind: review, outcome: 'DUE', platform: { state: { in: [...REVIEWED_STATES] } } }),
    within: null,
    count: ({ platformReview }, which) => platformReview.count({ where: { AND: [which] } }),
    async oldest({ platformReview }, which) {
      const first = await platformReview.findFirst({
        where: { AND: [which] },
        orderBy: { openedAt: 'asc' },
        select: { openedAt: true },
      })
      return first?.openedAt ?? null
    },
    async page({ platformReview }, which, take) {
      const rows = await platformReview.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [which] },
        orderBy: [
          { dueOn: { sort: 'asc', nulls: 'last' } },
          { openedAt: 'asc' },
          { platform: { id: 'asc' } },
        ],
        take,
        select: {
          dueOn: true,
          openedAt: true,
          openedBecause: true,
          platform: { select: { id: true, name: true } },
        },
      })
      return rows.map(({ dueOn, openedAt, openedBecause, platform }) => ({
        subjectType: 'Platform',
        subjectId: platform.id,
        title: platform.name,
        componentCode: null,
        reason: `Your office’s ${words} review is due${AGAIN[openedBecause]}.`,
        action: 'recordPlatformReview',
        since: openedAt,
        dueOn,
      }))
    },
  })
})
