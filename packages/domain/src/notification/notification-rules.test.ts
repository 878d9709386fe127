import { describe, expect, test } from 'vitest'
import { ROLE_NAMES } from '../access/roles.ts'
import { NOTICES } from './notices.ts'
import {
  firstMailAt,
  isLongOutage,
  nextDigestAt,
  recipientsOf,
  retryMailAt,
  type TellingFacts,
} from './notification-rules.ts'
import type { Notice } from './notification.ts'
import { UNTOLD_EVENTS } from './untold-events.ts'

const NOW = new Date('2027-03-01T12:00:00Z')
const NOTICE: Notice = { words: 'Something happened', to: [{ holders: 'OPA' }, { named: 'REQUESTER' }] }
const FACTS: TellingFacts = {
  concerned: [
    { personId: 'a', as: 'OPA' },
    { personId: 'a', as: 'REQUESTER' },
    { personId: 'b', as: 'REQUESTER' },
    { personId: 'c', as: 'CIO' },
  ],
  reachable: [
    { personId: 'a', hasAddress: true, mail: 'AT_ONCE' },
    { personId: 'b', hasAddress: false, mail: 'AT_ONCE' },
    { personId: 'c', hasAddress: true, mail: 'AT_ONCE' },
  ],
  told: [],
}
const TELLING = { actorId: null, mailGoesOut: true, now: NOW }

describe('whom an event is told', () => {
  test('each once, whatever the reasons, and nobody else', () => {
    expect(recipientsOf(NOTICE, FACTS, TELLING)).toEqual([
      { personId: 'a', mailState: 'PENDING', nextAttemptAt: NOW },
      { personId: 'b', mailState: 'NONE', nextAttemptAt: null },
    ])
  })
  test('nobody of what they did themselves', () => {
    const told = recipientsOf(NOTICE, FACTS, { ...TELLING, actorId: 'a' })
    expect(told.map(({ personId }) => personId)).toEqual(['b'])
  })
  test('nobody twice', () => {
    expect(recipientsOf(NOTICE, { ...FACTS, told: ['a', 'b'] }, TELLING)).toEqual([])
  })
  test('nobody who has left', () => {
    expect(recipientsOf(NOTICE, { ...FACTS, reachable: [] }, TELLING)).toEqual([])
  })
  test('without a mail server here alone', () => {
    const [first] = recipientsOf(NOTICE, FACTS, { ...TELLING, mailGoesOut: false })
    expect(first).toMatchObject({ mailState: 'NONE', nextAttemptAt: null })
  })
})

describe('when mail goes out', () => {
  test('by the reader’s preference', () => {
    expect(firstMailAt('AT_ONCE', NOW)).toEqual(NOW)
    expect(firstMailAt('DAILY', NOW)).toEqual(new Date('2027-03-02T11:00:00Z'))
    expect(firstMailAt('NONE', NOW)).toBeNull()
  })
  test('a digest waits for the next hour of digests, never for this one', () => {
    expect(nextDigestAt(new Date('2027-03-01T10:59:59Z'))).toEqual(new Date('2027-03-01T11:00:00Z'))
    expect(nextDigestAt(new Date('2027-03-01T11:00:00Z'))).toEqual(new Date('2027-03-02T11:00:00Z'))
  })
  test('again after one, two, four, eight minutes, then every quarter of an hour', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 100].map(
      (failures) => (retryMailAt(failures, NOW).getTime() - NOW.getTime()) / 60_000,
    )
    expect(minutes).toEqual([1, 2, 4, 8, 15, 15, 15])
  })
  test('an outage is an administrator’s after an hour', () => {
    expect(isLongOutage(NOW, new Date(NOW.getTime() + 3_599_999))).toBe(false)
    expect(isLongOutage(NOW, new Date(NOW.getTime() + 3_600_000))).toBe(true)
  })
})

test('every notice has words without a name in them, and somebody to tell', () => {
  for (const [kind, { words, to }] of Object.entries(NOTICES)) {
    expect(to.length, kind).toBeGreaterThan(0)
    expect(words, kind).toMatch(/^[A-Z][^@<>]{5,80}$/)
    for (const audience of to) {
      if ('holders' in audience) expect(ROLE_NAMES, kind).toContain(audience.holders)
    }
  }
})

test('what nobody is told says why, and is told nobody', () => {
  for (const [kind, reason] of Object.entries(UNTOLD_EVENTS)) {
    expect(reason, kind).toMatch(/^[A-Z].{10,}\.$/)
    expect(NOTICES[kind], kind).toBeUndefined()
  }
})
