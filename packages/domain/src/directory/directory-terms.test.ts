import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDirectory, type DirectoryEntry } from './directory.ts'
import { entryOf } from './directory-entry.fixture.ts'
import { entryTerms, inputTerms } from './directory-terms.ts'
import { identify } from './profile-url.ts'
import { seedPlatforms, seedRows } from './seed-data.fixture.ts'
import { verify } from './verify.ts'

const platforms = seedPlatforms()
const entries = seedRows('accounts.csv').flatMap(({ url = '' }): DirectoryEntry[] => {
  const found = identify(url, platforms)
  return found.outcome === 'ACCOUNT' ? [entryOf({ platform: found.platform, key: found.canonicalKey })] : []
})
const wholeDirectory = createDirectory({ platforms, entries, archived: [], asOf: null })
const keys = entries.map(({ key }) => key.slice(key.lastIndexOf('/') + 1))

/** What `verify` answers from nothing but the entries that share a term with the input. */
function answerFromTerms(input: string) {
  const asked = new Set(inputTerms(input, platforms))
  const shared = entries.filter(({ key }) => entryTerms(key).some((term) => asked.has(term)))
  return verify(input, createDirectory({ platforms, entries: shared, archived: [], asOf: null }))
}

const character = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789._-', 'а', 'о', 'і', 'ⅼ', '\u200b')
const edited = fc
  .record({
    key: fc.constantFrom(...keys),
    at: fc.nat(30),
    edit: fc.constantFrom('none', 'insert', 'delete', 'replace', 'exchange', 'upper', 'append'),
    character,
  })
  .map(({ key, at, edit, character: letter }) => {
    const place = at % Math.max(1, key.length)
    const [before, after] = [key.slice(0, place), key.slice(place)]
    switch (edit) {
      case 'insert':
        return before + letter + after
      case 'delete':
        return before + after.slice(1)
      case 'replace':
        return before + letter + after.slice(1)
      case 'exchange':
        return before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2)
      case 'upper':
        return key.toUpperCase()
      case 'append':
        return `${key}_${letter}1`
      default:
        return key
    }
  })

describe('the entries that share a term with an input', () => {
  test('give the answer of the whole directory, however a listed name was changed', () => {
    const input = fc.oneof(
      edited,
      edited.map((name) => `@${name}`),
      edited.map((name) => `https://x.com/${name}`),
      edited.map((name) => `https://www.facebook.com/${name}/posts/1`),
      edited.map((name) => `https://www.linkedin.com/company/${name}`),
      fc.string(),
    )
    fc.assert(
      fc.property(input, (text) => {
        expect(answerFromTerms(text)).toEqual(verify(text, wholeDirectory))
      }),
      { numRuns: 1000 },
    )
  }, 60_000)

  test('are found by likeness too, and are few', () => {
    const answer = answerFromTerms('https://x.com/fmea')
    expect(answer).toMatchObject({ outcome: 'NOT_LISTED', similar: [{ reason: 'DISTANCE_ONE' }, {}] })
    const asked = new Set(inputTerms('https://x.com/fmea', platforms))
    const shared = entries.filter(({ key }) => entryTerms(key).some((term) => asked.has(term)))
    expect(shared.length).toBeLessThan(entries.length / 10)
  })

  test('are looked up by fewer than 20 terms for a bare handle on every platform', () => {
    expect(inputTerms('@fema', platforms).length).toBeLessThan(20)
  })
})
