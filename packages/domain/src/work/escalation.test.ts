import { describe, expect, test } from 'vitest'
import { dueAfter, escalatedTo, escalationLine, overdueSince } from './escalation.ts'

const DAYS = { dueDays: 10, stepDays: 5, noticeDays: 14 }
const NOW = new Date('2027-03-31T12:00:00Z')

function daysBefore(days: number): Date {
  return new Date(NOW.getTime() - days * 86_400_000)
}

describe('the line overdue work goes up', () => {
  test.each([
    ['an account manager', ['ACCOUNT_MANAGER'], ['COMPONENT_DIRECTOR', 'OPA', 'ASPA']],
    ['a component’s staff', ['ACCOUNT_MANAGER', 'COMPONENT_DIRECTOR'], ['OPA', 'ASPA']],
    ['a director', ['COMPONENT_DIRECTOR'], ['OPA', 'ASPA']],
    ['a director or Public Affairs', ['COMPONENT_DIRECTOR', 'OPA'], ['ASPA']],
    ['Public Affairs', ['OPA'], ['ASPA']],
    ['a reviewing office', ['PRIVACY_OFFICER'], ['ASPA']],
    ['the Assistant Secretary', ['ASPA'], []],
    ['a person whom the record names', [], []],
  ] as const)('of %s', (_whose, owners, line) => {
    expect(escalationLine(owners)).toEqual(line)
  })
})

describe('where overdue work has come', () => {
  const LINE = ['COMPONENT_DIRECTOR', 'OPA', 'ASPA'] as const
  test.each([
    [-1, null],
    [0, null],
    [1, 'COMPONENT_DIRECTOR'],
    [5, 'COMPONENT_DIRECTOR'],
    [6, 'OPA'],
    [11, 'ASPA'],
    [500, 'ASPA'],
  ] as const)('%d days after its date', (days, office) => {
    expect(escalatedTo(LINE, daysBefore(days), NOW, DAYS)).toBe(office)
  })
  test('what has no date, or nobody above, stays where it is', () => {
    expect(escalatedTo(LINE, null, NOW, DAYS)).toBeNull()
    expect(escalatedTo([], daysBefore(100), NOW, DAYS)).toBeNull()
  })
  test('each office sees exactly what has come to it or past it', () => {
    for (let days = -3; days < 30; days += 0.5) {
      const reached = escalatedTo(LINE, daysBefore(days), NOW, DAYS)
      const place = reached === null ? -1 : LINE.indexOf(reached as (typeof LINE)[number])
      for (const at of LINE.keys()) {
        expect(daysBefore(days) < overdueSince(at, NOW, DAYS), `${days} days, office ${at}`).toBe(at <= place)
      }
    }
  })
  test('what has no date of its own is due some days after it began to wait', () => {
    expect(dueAfter(daysBefore(10), DAYS)).toEqual(NOW)
  })
})
