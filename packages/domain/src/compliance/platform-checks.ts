import type { PlatformCheck, PlatformSubject, Shortfall } from './compliance.ts'

type Review = PlatformSubject['reviews'][number]

const isApproved: PlatformCheck['asks'] = ({ state }) => state === 'APPROVED'

/** What every platform in use is asked about the reviews its approval rests on (IV.A.2). */
export const PLATFORM_CHECKS: readonly PlatformCheck[] = [
  {
    kind: 'PLATFORM',
    code: 'REVIEW_FAILED',
    clause: 'IV.A.2',
    severity: 'HIGH',
    title: 'No review of an approved platform is negative',
    asks: isApproved,
    find: ({ reviews }) => findReviews(reviews, ({ outcome }) => outcome === 'FAILED', 'is negative'),
  },
  {
    kind: 'PLATFORM',
    code: 'REVIEW_EXPIRED',
    clause: 'IV.A.2',
    severity: 'HIGH',
    title: 'No review of an approved platform has run out',
    asks: isApproved,
    find: ({ reviews }, now) =>
      findReviews(reviews, ({ expiresOn }) => expiresOn !== null && hasEnded(expiresOn, now), 'has run out'),
  },
  {
    kind: 'PLATFORM',
    code: 'REVIEW_MISSING',
    clause: 'IV.A.2',
    severity: 'MEDIUM',
    title: 'Every review that an approved platform needs has been given',
    asks: isApproved,
    find: ({ reviews }) =>
      reviews.length === 0
        ? { message: 'It is approved and no review of it is on record.', clauses: ['IV.A.2'] }
        : findReviews(reviews, ({ outcome }) => outcome === 'DUE', 'has not been given'),
  },
]

const DAY_MS = 86_400_000

// A date holds to its end, in UTC.
function hasEnded(date: Date, now: Date): boolean {
  return date.getTime() + DAY_MS <= now.getTime()
}

function findReviews(
  reviews: readonly Review[],
  isAmiss: (review: Review) => boolean,
  what: string,
): Shortfall | null {
  const amiss = reviews.filter(isAmiss).map(({ kind }) => kind.toLowerCase().replaceAll('_', ' '))
  if (amiss.length === 0) return null
  const message = amiss
    .toSorted()
    .map((kind) => `The ${kind} review ${what}.`)
    .join(' ')
  return { message, clauses: ['IV.A.2'] }
}
