import { describe, expect, test } from 'vitest'
import { account } from '../data/directory.fixture.ts'
import { aliasPeriod, shortStanding, standingSentences } from './standing.ts'

const imported = { ...account, source: 'the register of the tests', listedOn: '2022-11-19' }

describe('the standing of an account', () => {
  test('an imported account is listed on a date, not official since', () => {
    expect(standingSentences('en', imported)).toEqual([
      'Listed in the register of the tests on November 19, 2022.',
      'Not yet confirmed by its office.',
    ])
    expect(shortStanding('es', imported)).toBe('Figura con fecha del 19 de noviembre de 2022')
  })

  test('an account approved here is official since a date, and says when it was last confirmed', () => {
    const approved = { ...account, officialSince: '2026-01-10', lastConfirmedOn: '2026-11-02' }
    expect(standingSentences('en', approved)).toEqual([
      'Official since January 10, 2026.',
      'Last confirmed by its office on November 2, 2026.',
    ])
  })

  test('a suspended account warns first', () => {
    const suspended = { ...imported, status: 'SUSPENDED' as const, suspendedOn: '2026-10-05' }
    expect(standingSentences('en', suspended)[0]).toMatch(/^Suspended on October 5, 2026\. Do not rely on it/)
    expect(shortStanding('en', suspended)).toBe('Suspended on October 5, 2026')
  })

  test('a former account warns alone: nothing else may make it look official', () => {
    const former = { ...imported, status: 'FORMERLY_OFFICIAL' as const, retiredOn: '2026-09-30' }
    expect(standingSentences('en', former)).toEqual([
      'No longer official since September 30, 2026. Someone else may use this handle now: do not rely on it.',
    ])
    expect(shortStanding('en', { ...former, retiredOn: null })).toBe('Unknown')
  })

  test('a date of a register that is unknown is said to be unknown', () => {
    expect(standingSentences('en', { ...imported, listedOn: null })[0]).toBe(
      'Listed in the register of the tests; the date is unknown.',
    )
  })

  test('an alias says from when until when, as far as known', () => {
    const alias = {
      handle: 'a',
      canonicalKey: 'a',
      profileUrl: null,
      former: true,
      from: null,
      until: '2026-02-01',
    }
    expect(aliasPeriod('en', alias)).toBe('until February 1, 2026')
    expect(aliasPeriod('es', { ...alias, from: '2025-02-01' })).toBe(
      'desde el 1 de febrero de 2025 hasta el 1 de febrero de 2026',
    )
    expect(aliasPeriod('en', { ...alias, until: null })).toBeNull()
  })
})
