import { expect, test } from 'vitest'
import { isOneLine } from './storable-text.ts'

test.each([
  ['a line break', 'Notices\napproved evil.example'],
  ['a carriage return', 'Notices\r'],
  ['a line separator', 'Notices\u2028here'],
  ['a character that turns the text around', 'CBP \u202egpj.exe'],
  ['an isolate', '\u2066evil'],
  ['a space without width', 'Tik\u200bTok'],
])('%s is no part of a name', (_what, text) => {
  expect(isOneLine(text)).toBe(false)
})

test('a name may be in any script, with accents, emoji and their joiners', () => {
  for (const text of [
    'U.S. Customs & Border Protection',
    'Aduanas y Protección',
    '税関',
    'الجمارك',
    '👩\u200d🚒',
  ])
    expect(isOneLine(text), text).toBe(true)
})
