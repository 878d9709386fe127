import type { Prisma } from '@official-accounts/db/generated/client/client'
import { REVIEW_KINDS, type ReviewOpening } from '@official-accounts/domain/platform/platform'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { REVIEWED_STATES } from '../platform/review-load.ts'
import { afterPlace, type QueueColumns, type WorkQueue } from './work-queue.ts'

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
  const kind = `REVIEW_${review}`
  const words = review.toLowerCase().replaceAll('_', ' ')
  return {
    kind,
    title: `Platforms: ${words} review`,
    open({ roles }, { platformReview }) {
      if (!roles.some(({ role }) => role === REVIEW_OFFICES[review].role)) return null
      const where: Prisma.PlatformReviewWhereInput = {
        kind: review,
        outcome: 'DUE',
        platform: { state: { in: [...REVIEWED_STATES] } },
      }
      return {
        count: () => platformReview.count({ where }),
        async page(after, take) {
          const rows = await platformReview.findMany({
            relationLoadStrategy: 'join',
            where: { AND: [where, afterPlace(after, kind, COLUMNS)] },
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
            kind,
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
      }
    },
  }
})
