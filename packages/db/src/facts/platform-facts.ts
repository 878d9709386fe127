import type { PlatformFacts } from '@official-accounts/domain/platform/platform'
import type { Prisma } from '../generated/client/client.ts'
import { STANDING_RISKS } from './risk-facts.ts'

/** The one order of a platform's reviews, so that every selection of them is one query. */
export const REVIEW_ORDER = [{ kind: 'asc' }] satisfies Prisma.PlatformReviewOrderByWithRelationInput[]

/** What has to be read of the reviews of a platform. */
export const REVIEW_FACTS = {
  orderBy: REVIEW_ORDER,
  select: {
    kind: true,
    outcome: true,
    openedBecause: true,
    textChangedOn: true,
    dueOn: true,
    expiresOn: true,
    reportId: true,
  },
} satisfies Prisma.Platform$reviewsArgs

/** What has to be read of a platform before anything is decided on it. */
export const platformFactsSelect = {
  id: true,
  slug: true,
  name: true,
  state: true,
  version: true,
  proposedById: true,
  reviews: REVIEW_FACTS,
  risks: STANDING_RISKS,
  _count: { select: { accounts: { where: { state: { notIn: ['RETIRED', 'DENIED', 'WITHDRAWN'] } } } } },
} satisfies Prisma.PlatformSelect

export type PlatformFactsRow = Prisma.PlatformGetPayload<{ select: typeof platformFactsSelect }>

/** The row as the domain looks at it. */
export function toPlatformFacts(row: PlatformFactsRow): PlatformFacts {
  const { _count, ...facts } = row
  return { ...facts, liveAccounts: _count.accounts }
}
