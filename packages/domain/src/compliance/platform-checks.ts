import { REVIEW_KINDS, type ReviewKind } from '../platform/platform.ts'
import {
  REVIEW_OFFICES,
  reviewTrouble,
  reviewWords,
  type ReviewTrouble,
} from '../platform/review-standing.ts'
import type { PlatformCheck } from './compliance.ts'
import { PLATFORM_RISK_CHECKS } from './risk-checks.ts'

const isApproved: PlatformCheck['asks'] = ({ state }) => state === 'APPROVED'

const TROUBLES: Readonly<Record<ReviewTrouble, string>> = {
  MISSING: 'has not been given',
  NEGATIVE: 'is negative',
  EXPIRED: 'has run out',
}

/** What every platform in use is asked: each review its approval rests on (IV.A.2), its risks, and whether it is used at all. */
export const PLATFORM_CHECKS: readonly PlatformCheck[] = [
  ...REVIEW_KINDS.map(reviewCheck),
  ...PLATFORM_RISK_CHECKS,
  {
    kind: 'PLATFORM',
    code: 'PLATFORM_UNUSED',
    clause: 'I.B.4',
    severity: 'LOW',
    title: 'An approved platform that had accounts still has one',
    asks: isApproved,
    find: ({ accounts, liveAccounts }) =>
      accounts > 0 && liveAccounts === 0
        ? { message: 'All of its accounts have ended: it is no longer used.', clauses: ['I.B.4'] }
        : null,
  },
]

// Each is filed under the clause of the office that gives it: what may lift it follows from there.
function reviewCheck(kind: ReviewKind): PlatformCheck {
  const { clause } = REVIEW_OFFICES[kind]
  const words = reviewWords(kind)
  return {
    kind: 'PLATFORM',
    code: `${kind}_REVIEW`,
    clause,
    severity: 'HIGH',
    title: `The ${words} review of an approved platform is given, positive and in force`,
    asks: isApproved,
    find({ needed, reviews }, now) {
      const review = reviews.find((one) => one.kind === kind)
      if (review === undefined && !needed.includes(kind)) return null
      const trouble = review === undefined ? 'MISSING' : reviewTrouble(review, now)
      return trouble && { message: `The ${words} review ${TROUBLES[trouble]}.`, clauses: [clause] }
    },
  }
}
