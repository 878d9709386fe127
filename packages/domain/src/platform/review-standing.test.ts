import { expect, test } from 'vitest'
import type { ReviewFacts } from './platform.ts'
import { blockingReviews, hasExpired, isOverdue } from './review-standing.ts'

const NOW = new Date('2026-11-22T23:59:00Z')
const DUE: ReviewFacts = {
  kind: 'COUNSEL',
  outcome: 'DUE',
  openedBecause: 'PROPOSED',
  textChangedOn: null,
  dueOn: new Date('2026-11-22T00:00:00Z'),
  expiresOn: null,
  reportId: null,
}
const yesterday = new Date('2026-11-21T00:00:00Z')

test('a review is overdue from the day after its day', () => {
  expect(isOverdue(DUE, NOW)).toBe(false)
  expect(isOverdue({ ...DUE, dueOn: yesterday }, NOW)).toBe(true)
  expect(isOverdue({ ...DUE, dueOn: null }, NOW)).toBe(false)
})
test('an outcome holds to the end of the day it names; a negative one has no end', () => {
  const today = new Date('2026-11-22T00:00:00Z')
  expect(hasExpired({ outcome: 'PASSED', expiresOn: today }, NOW)).toBe(false)
  expect(hasExpired({ outcome: 'PASSED_WITH_CONDITIONS', expiresOn: yesterday }, NOW)).toBe(true)
  expect(hasExpired({ outcome: 'FAILED', expiresOn: yesterday }, NOW)).toBe(false)
})
test.each([
  ['still waited for', {}, { trouble: 'MISSING', overridable: false, overridableAfter: DUE.dueOn }],
  [
    'not given in time',
    { dueOn: yesterday },
    { trouble: 'MISSING', overridable: true, overridableAfter: null },
  ],
  ['negative', { outcome: 'FAILED' }, { trouble: 'NEGATIVE', overridable: true, overridableAfter: null }],
  [
    'expired',
    { outcome: 'PASSED', expiresOn: yesterday },
    { trouble: 'EXPIRED', overridable: true, overridableAfter: null },
  ],
  [
    'asked for again',
    { openedBecause: 'EXPIRED' },
    { trouble: 'EXPIRED', overridable: false, overridableAfter: DUE.dueOn },
  ],
] as const)(
  'advice that is %s stands in the way, and more than advice is never gone over',
  (_how, changes, expected) => {
    const review = { ...DUE, ...changes }
    expect(blockingReviews({ reviews: [review] }, NOW)).toEqual([{ kind: 'COUNSEL', ...expected }])
    expect(blockingReviews({ reviews: [{ ...review, kind: 'SECURITY' }] }, NOW)[0]?.overridable).toBe(false)
  },
)
test('what has passed and holds stands in nobody’s way', () => {
  expect(blockingReviews({ reviews: [{ ...DUE, outcome: 'PASSED' }] }, NOW)).toEqual([])
})
