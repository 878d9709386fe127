import type { Prisma, PrismaClient } from '@official-accounts/db/generated/client/client'
import { REVIEW_KINDS, type ReviewKind } from '@official-accounts/domain/platform/platform'
import { dayOf, REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { builder } from '../../builder.ts'
import { RoleEnum } from '../organization/enums.ts'
import { ReviewKindEnum } from './enums.ts'

/** How much of one kind of review waits for its office. */
interface ReviewLoad {
  readonly kind: ReviewKind
  readonly open: number
  readonly overdue: number
  readonly nextDueOn: Date | null
}

export const ReviewLoadRef = builder.objectRef<ReviewLoad>('ReviewLoad').implement({
  description: 'How much of one kind of review waits for its office.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: ReviewKindEnum, description: 'Which review.' }),
    office: t.field({
      type: RoleEnum,
      description: 'Whose it is.',
      resolve: ({ kind }) => REVIEW_OFFICES[kind].role,
    }),
    open: t.exposeInt('open', { description: 'How many are to be given.' }),
    overdue: t.exposeInt('overdue', { description: 'How many of them are past their day.' }),
    nextDueOn: t.expose('nextDueOn', {
      type: 'Date',
      nullable: true,
      description: 'The first day one of them is or was due; null for none.',
    }),
  }),
})

/** Platforms in these states are reviewed, and work waits for whoever reviews them. */
export const REVIEWED_STATES = ['PROPOSED', 'UNDER_REVIEW', 'APPROVED', 'SUSPENDED'] as const

/** The load of every kind of review, also where nothing waits. */
export async function readReviewLoad(read: PrismaClient, now: Date): Promise<ReviewLoad[]> {
  const where: Prisma.PlatformReviewWhereInput = {
    outcome: 'DUE',
    platform: { state: { in: [...REVIEWED_STATES] } },
  }
  const today = new Date(`${dayOf(now)}T00:00:00Z`)
  const open = await read.platformReview.groupBy({
    by: ['kind'],
    where,
    _count: { _all: true },
    _min: { dueOn: true },
  })
  const overdue = await read.platformReview.groupBy({
    by: ['kind'],
    where: { ...where, dueOn: { lt: today } },
    _count: { _all: true },
  })
  return REVIEW_KINDS.map((kind) => {
    const waiting = open.find((line) => line.kind === kind)
    return {
      kind,
      open: waiting?._count._all ?? 0,
      overdue: overdue.find((line) => line.kind === kind)?._count._all ?? 0,
      nextDueOn: waiting?._min.dueOn ?? null,
    }
  })
}
