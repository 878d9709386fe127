import type { Role } from '../access/roles.ts'
import type { ClauseId } from '../directive/clauses.ts'
import type { PlatformFacts, ReviewFacts, ReviewKind } from './platform.ts'

/** Which office gives each review, and under which clause. */
export const REVIEW_OFFICES = {
  SECURITY: { role: 'CIO', clause: 'IV.B.1' },
  ACCESSIBILITY: { role: 'CIO', clause: 'IV.B.1' },
  PRIVACY: { role: 'PRIVACY_OFFICER', clause: 'IV.C.3' },
  TERMS_OF_SERVICE: { role: 'GENERAL_COUNSEL', clause: 'III.I' },
  CIVIL_RIGHTS: { role: 'CRCL_OFFICER', clause: 'IV.D.1' },
  COUNSEL: { role: 'GENERAL_COUNSEL', clause: 'V.A.2' },
  RECORDS: { role: 'RECORDS_OFFICER', clause: 'IV.B.4' },
} as const satisfies Record<ReviewKind, { role: Role; clause: ClauseId }>

/** The reviews that are advice: the Assistant Secretary may decide otherwise, in writing (IV.A.2). No other is. */
export const ADVICE: readonly ReviewKind[] = ['CIVIL_RIGHTS', 'COUNSEL']

/** Why a review stands in the way of an approval. */
export const REVIEW_TROUBLES = ['MISSING', 'NEGATIVE', 'EXPIRED'] as const
export type ReviewTrouble = (typeof REVIEW_TROUBLES)[number]

/** A review that stands in the way, and whether the Assistant Secretary may decide over it now. */
export interface BlockingReview {
  readonly kind: ReviewKind
  readonly trouble: ReviewTrouble
  readonly overridable: boolean
  /** Of advice not given yet: its last day, after which it may be decided over; null where that is no question. */
  readonly overridableAfter: Date | null
}

const PASSED = ['PASSED', 'PASSED_WITH_CONDITIONS']

/** Whether a positive outcome no longer holds: the day it names is its last. */
export function hasExpired(
  { outcome, expiresOn }: Pick<ReviewFacts, 'outcome' | 'expiresOn'>,
  now: Date,
): boolean {
  return PASSED.includes(outcome) && expiresOn !== null && dayOf(expiresOn) < dayOf(now)
}

/** Whether a review is still to be given and its day has passed. */
export function isOverdue({ outcome, dueOn }: Pick<ReviewFacts, 'outcome' | 'dueOn'>, now: Date): boolean {
  return outcome === 'DUE' && dueOn !== null && dayOf(dueOn) < dayOf(now)
}

/** What stands in the way of the review itself; null when it holds. */
export function reviewTrouble(review: ReviewFacts, now: Date): ReviewTrouble | null {
  if (review.outcome === 'FAILED') return 'NEGATIVE'
  if (hasExpired(review, now)) return 'EXPIRED'
  if (review.outcome !== 'DUE') return null
  return review.openedBecause === 'EXPIRED' ? 'EXPIRED' : 'MISSING'
}

/**
 * The reviews that stand in the way of an approval, in their order. An office that advises is heard first: what it has
 * not answered may be decided over once its time has passed.
 */
export function blockingReviews(
  { reviews }: Pick<PlatformFacts, 'reviews'>,
  now: Date,
): readonly BlockingReview[] {
  return reviews.flatMap((review) => {
    const trouble = reviewTrouble(review, now)
    if (trouble === null) return []
    const isAdvice = ADVICE.includes(review.kind)
    const heard = review.outcome !== 'DUE' || isOverdue(review, now)
    const overridableAfter = isAdvice && !heard ? review.dueOn : null
    return [{ kind: review.kind, trouble, overridable: isAdvice && heard, overridableAfter }]
  })
}

/** A review's kind in running text. */
export function reviewWords(kind: ReviewKind): string {
  return kind.toLowerCase().replaceAll('_', ' ')
}

/** The day an instant falls on in UTC, to compare with days. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}
