import { describe, expect, test } from 'vitest'
import { templateParameters } from './pattern-template.ts'
import { entryOf } from './directory-entry.fixture.ts'
import { statusMessage } from './verify-message.ts'
import { describeVerification, longDate, verifyTexts } from './verify-messages.ts'

const imported = entryOf({
  platform: 'x',
  key: 'madeup',
  source: 'the U.S. Digital Registry',
  listedOn: '2024-09-12',
})
const context = { platform: 'X', others: [], on: undefined }

describe('the sentences', () => {
  const codes = Object.keys(verifyTexts.en) as (keyof typeof verifyTexts.en)[]

  test.each(codes)('%s asks for the same places in English and Spanish', (code) => {
    const places = (text: string) => templateParameters(text).toSorted()
    expect(places(verifyTexts.es[code])).toEqual(places(verifyTexts.en[code]))
  })

  test('never call an account fake, false or an impostor', () => {
    for (const text of [...Object.values(verifyTexts.en), ...Object.values(verifyTexts.es)]) {
      expect(text).not.toMatch(/fake|fals|impost|fraud|scam|estafa/i)
    }
  })
})

describe('an imported account', () => {
  test('is listed in a source on a date, in both languages', () => {
    const message = statusMessage(imported, 'OFFICIAL', context)
    expect(describeVerification(message, 'en')).toBe(
      'madeup on X is an official account of FEMA: listed in the U.S. Digital Registry on September 12, 2024. Its office has not confirmed it here yet.',
    )
    expect(describeVerification(message, 'es')).toContain(
      'figura en the U.S. Digital Registry con fecha 12 de septiembre de 2024',
    )
  })

  test.each([
    [imported],
    [{ ...imported, lastConfirmedOn: '2025-01-15' }],
    [{ ...imported, officialSince: '2020-01-01' }],
    [{ ...imported, listedOn: null, officialSince: '2020-01-01' }],
  ])('is never official since a date', (entry) => {
    const message = statusMessage(entry, 'OFFICIAL', context)
    expect(describeVerification(message, 'en')).not.toMatch(/since|2020/)
    expect(describeVerification(message, 'es')).not.toMatch(/desde|2020/)
  })
})

test('an archived listing is archived in a source on a date, not confirmed', () => {
  const parameters = {
    handle: 'madeup',
    platform: 'X',
    source: 'the U.S. Digital Registry',
    date: '2022-11-19',
  }
  expect(describeVerification({ code: 'NOT_LISTED_ARCHIVED', parameters }, 'en')).toBe(
    'madeup on X is not listed in this directory. It is archived in the U.S. Digital Registry on November 19, 2022, not confirmed.',
  )
})

test('an account approved here is official since its date', () => {
  const entry = entryOf({ platform: 'x', key: 'madeup', officialSince: '2023-05-01' })
  expect(describeVerification(statusMessage(entry, 'OFFICIAL', context), 'en')).toContain(
    'official since May 1, 2023',
  )
})

test('text in braces in a handle is not taken for a place', () => {
  const parameters = { handle: '{component}', component: 'FEMA', platform: 'X' }
  expect(describeVerification({ code: 'OFFICIAL', parameters }, 'en')).toContain('{component} on X')
})

test.each([
  ['2024-02-29', 'February 29, 2024', '29 de febrero de 2024'],
  ['2024-13-01', '2024-13-01', '2024-13-01'],
])('%s is written out', (date, english, spanish) => {
  expect([longDate(date, 'en'), longDate(date, 'es')]).toEqual([english, spanish])
})
