import { expect, test } from 'vitest'
import { beginningOn } from './dates.tsx'

const NOW = new Date('2026-11-22T15:30:00Z')

test('what begins today begins at once, and not before it was recorded', () => {
  expect(beginningOn('2026-11-22', NOW)).toBeNull()
  expect(beginningOn(null, NOW)).toBeNull()
})

test('what begins on another day begins with that day in UTC', () => {
  expect(beginningOn('2026-11-23', NOW)).toBe('2026-11-23T00:00:00Z')
})
