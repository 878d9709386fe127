import { describe, expect, test } from 'vitest'
import { monthsAfter, trainingStanding } from './training.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const day = (date: string) => new Date(`${date}T00:00:00Z`)
const course = (id: string, requiredFrom = '2026-01-01', endedAt: Date | null = null) => ({
  id,
  title: `Course ${id}`,
  requiredFrom: day(requiredFrom),
  endedAt,
})
const done = (courseId: string, expiresOn: string) => ({ courseId, expiresOn: day(expiresOn) })

describe('IV.A.3: training is current while every required course counts', () => {
  test('the first to run out says until when', () => {
    const completions = [done('a', '2027-03-01'), done('b', '2027-01-01'), done('b', '2026-12-01')]
    const standing = trainingStanding([course('a'), course('b')], completions, NOW)
    expect(standing).toEqual({ required: true, currentUntil: day('2027-01-01'), missing: [] })
  })
  test('a course that is missing or has run out today is named', () => {
    const standing = trainingStanding([course('a'), course('b')], [done('a', '2026-11-22')], NOW)
    expect(standing).toEqual({ required: true, currentUntil: null, missing: ['Course a', 'Course b'] })
  })
  test('what is not required yet, or no longer, is not asked for', () => {
    const courses = [course('a', '2027-01-01'), course('b', '2026-01-01', day('2026-06-01'))]
    expect(trainingStanding(courses, [], NOW)).toEqual({ required: false, currentUntil: null, missing: [] })
  })
})

test('months end on the last day where the day does not exist', () => {
  expect(monthsAfter(day('2026-01-31'), 1)).toEqual(day('2026-02-28'))
  expect(monthsAfter(day('2026-11-22'), 12)).toEqual(day('2027-11-22'))
})
