import { describe, expect, test } from 'vitest'
import {
  inherentRating,
  isHighUnmitigated,
  isReviewOverdue,
  levelsRated,
  residualRating,
  RISK_RATINGS,
  riskRating,
  type RiskImpact,
  type RiskLikelihood,
  type RiskRating,
  type RiskStanding,
} from './risk.ts'

const NOW = new Date('2027-03-31T12:00:00Z')

const HIGH: RiskStanding = {
  area: 'PRIVACY',
  state: 'OPEN',
  title: 'Messages are read by the platform',
  likelihood: 'LIKELY',
  impact: 'SEVERE',
  residualLikelihood: null,
  residualImpact: null,
  acceptedUntil: null,
}

test.each<readonly [RiskLikelihood, RiskImpact, RiskRating]>([
  ['UNLIKELY', 'MINOR', 'LOW'],
  ['UNLIKELY', 'SERIOUS', 'LOW'],
  ['UNLIKELY', 'SEVERE', 'MEDIUM'],
  ['POSSIBLE', 'MINOR', 'LOW'],
  ['POSSIBLE', 'SERIOUS', 'MEDIUM'],
  ['POSSIBLE', 'SEVERE', 'HIGH'],
  ['LIKELY', 'MINOR', 'MEDIUM'],
  ['LIKELY', 'SERIOUS', 'HIGH'],
  ['LIKELY', 'SEVERE', 'HIGH'],
])('%s and %s is rated %s', (likelihood, impact, rating) => {
  expect(riskRating({ likelihood, impact })).toBe(rating)
})
test('each level has one rating', () => {
  expect(RISK_RATINGS.flatMap(levelsRated)).toHaveLength(9)
})
test('until something done counts, what is left is all of it', () => {
  expect(inherentRating({ ...HIGH, likelihood: null })).toBeNull()
  expect(residualRating({ ...HIGH, likelihood: null })).toBeNull()
  expect(residualRating(HIGH)).toBe('HIGH')
  expect(residualRating({ ...HIGH, residualLikelihood: 'UNLIKELY', residualImpact: 'MINOR' })).toBe('LOW')
})

describe('a high risk stands in the way', () => {
  test.each<readonly [string, Partial<RiskStanding>, boolean]>([
    ['while it is open', {}, true],
    ['not before it was assessed', { likelihood: null, impact: null }, false],
    ['not once it is mitigated', { state: 'MITIGATED' }, false],
    ['not once it is closed', { state: 'CLOSED' }, false],
    ['not while it is accepted', { state: 'ACCEPTED', acceptedUntil: new Date('2027-03-31') }, false],
    ['again after the acceptance', { state: 'ACCEPTED', acceptedUntil: new Date('2027-03-30') }, true],
    ['not when what is left is medium', { residualLikelihood: 'POSSIBLE', residualImpact: 'SERIOUS' }, false],
  ])('%s', (_when, change, stands) => {
    expect(isHighUnmitigated({ ...HIGH, ...change }, NOW)).toBe(stands)
  })
})

test('the last day to look at a risk again is still in time, and a closed one is never late', () => {
  expect(isReviewOverdue({ state: 'OPEN', reviewBy: new Date('2027-03-31') }, NOW)).toBe(false)
  expect(isReviewOverdue({ state: 'MITIGATED', reviewBy: new Date('2027-03-30') }, NOW)).toBe(true)
  expect(isReviewOverdue({ state: 'CLOSED', reviewBy: new Date('2027-03-30') }, NOW)).toBe(false)
  expect(isReviewOverdue({ state: 'OPEN', reviewBy: null }, NOW)).toBe(false)
})
