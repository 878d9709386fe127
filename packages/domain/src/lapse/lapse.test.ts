import { describe, expect, test } from 'vitest'
import { exceptionTurn, hasRunOut, isLapseToNote } from './lapse.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const PAST = new Date('2026-11-22T11:59:59Z')
const LATER = new Date('2026-11-22T12:00:01Z')

describe('IV.A.4, V.B.5: a role or a delegation ends in the instant of its date, once', () => {
  const duty = { validUntil: NOW, revokedAt: null, endedAt: null }
  test.each([
    ['in that instant', duty, true],
    ['a second before', { ...duty, validUntil: LATER }, false],
    ['without a date', { ...duty, validUntil: null }, false],
    ['revoked before', { ...duty, revokedAt: PAST }, false],
    ['ended already', { ...duty, endedAt: NOW }, false],
  ])('%s', (_when, one, ended) => {
    expect(hasRunOut(one, NOW)).toBe(ended)
  })
})

describe('V.B.12: what an exception lifts is looked at when it begins and when it ends', () => {
  const exception = { validFrom: PAST, validUntil: LATER, begunAt: null, endedAt: null }
  test.each([
    ['begun', exception, { begins: true, ends: false }],
    ['not begun', { ...exception, validFrom: LATER }, { begins: false, ends: false }],
    ['begun and looked at', { ...exception, begunAt: PAST }, { begins: false, ends: false }],
    ['ended', { ...exception, begunAt: PAST, validUntil: NOW }, { begins: false, ends: true }],
    ['begun and ended unseen', { ...exception, validUntil: NOW }, { begins: true, ends: true }],
  ])('%s', (_when, one, turn) => {
    expect(exceptionTurn(one, NOW)).toEqual(turn)
  })
})

describe('IV.A.3: training runs out in the instant its day ends, and is noted once', () => {
  test.each([
    ['in that instant', { trainingLapsesAt: NOW, trainingLapseNotedAt: null }, true],
    ['a second before', { trainingLapsesAt: LATER, trainingLapseNotedAt: null }, false],
    ['noted already', { trainingLapsesAt: NOW, trainingLapseNotedAt: NOW }, false],
    ['never', { trainingLapsesAt: null, trainingLapseNotedAt: null }, false],
  ])('%s', (_when, person, due) => {
    expect(isLapseToNote(person, NOW)).toBe(due)
  })
})
