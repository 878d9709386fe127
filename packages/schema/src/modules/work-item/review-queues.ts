import type { Prisma } from '@official-accounts/db/generated/client/client'
import { REVIEW_KINDS } from '@official-accounts/domain/platform/platform'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/platform-rules'
import { afterPlace, type QueueColumns, type WorkQueue } from './work-queue.ts'

const COLUMNS: QueueColumns<Prisma.PlatformReviewWhereInput> = {
  dueOn: (dueOn) => ({ dueOn }),
  since: (changedAt) => ({ platform: { changedAt } }),
  id: (id) => ({ platform: { id } }),
}

const REVIEWED = ['PROPOSED', 'UNDER_REVIEW', 'APPROVED', 'SUSPENDED'] as const

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
        platform: { state: { in: [...REVIEWED] } },
      }
      return {
        count: () => platformReview.count({ where }),
        async page(after, take) {
          const rows = await platformReview.findMany({
            relationLoadStrategy: 'join',
            where: { AND: [where, afterPlace(after, kind, COLUMNS)] },
            orderBy: [
              { dueOn: { sort: 'asc', nulls: 'last' } },
              { platform: { changedAt: 'asc' } },
              { platform: { id: 'asc' } },
            ],
            take,
            select: { dueOn: true, platform: { select: { id: true, name: true, changedAt: true } } },
          })
          return rows.map(({ dueOn, platform }) => ({
            kind,
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
      }
    },
  }
})
