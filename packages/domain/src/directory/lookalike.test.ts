import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLookalikeIndex, findLookalikes, type KeyedEntry } from './lookalike.ts'
import { identify } from './profile-url.ts'
import { seedPlatforms, seedRows } from './seed-data.fixture.ts'

const real = realEntries()
const index = createLookalikeIndex(real)
const named = real.filter(
  ({ key }) => !/^(?:id:|channel\/)/.test(key) && !/^(?:.*\/)?\d+(?:@n\d+)?$/.test(key),
)

// Written down by eye, not taken from the table under test.
const twins: Record<string, string> = {
  a: 'аɑαᎪＡ𝐚𝖺ⓐáàä',
  b: 'ЬᏏВ𝐛ⓑ',
  c: 'сϲⅽᏟ𝐜ç',
  d: 'ԁⅾᎠ𝐝ⓓ',
  e: 'еҽΕ℮𝐞éèëė',
  f: 'ϝ𝐟ｆ',
  g: 'ɡցԌ𝐠ｇğ',
  h: 'һհΗⲎ𝐡ｈ',
  i: 'іıΙӏ𝐢ｉíìï1l|',
  j: 'јϳＪ𝐣',
  k: 'кΚᏦ𝐤ｋ',
  l: 'ⅼІӀ𝐥ｌ1iI|',
  m: 'ⅿМΜ𝐦ｍ',
  n: 'ոռΝ𝐧ｎñ',
  o: 'оοօΟ𝐨ｏóòöøѳ0',
  p: 'рρΡ𝐩ｐ',
  q: 'ԛզ𝐪ｑ',
  r: 'гᴦⲅ𝐫ｒ',
  s: 'ѕꜱЅ𝐬ｓşš',
  t: 'ΤТᎢ𝐭ｔ',
  u: 'υսᴜ𝐮ｕúùü',
  v: 'νѵⅴ𝐯ｖ',
  w: 'ԝᴡᏔ𝐰ｗ',
  x: 'хⅹΧ𝐱ｘ',
  y: 'уγүҮ𝐲ｙý',
  z: 'ᴢΖᏃ𝐳ｚž',
  '0': 'оοO',
  '1': 'lIі',
  '-': '‐‑–−',
  _: '＿',
  '.': '․',
}
const pairs: Record<string, string> = { m: 'rn', w: 'vv' }
const invisibles = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u202e',
  '\u2066',
  '\u061c',
  '\u180e',
  '\u3164',
  '\ufe0f',
]

describe('disguises of real handles', () => {
  test('5,000 generated ones are all flagged, as disguises', () => {
    const samples = fc
      .sample(disguise(), { numRuns: 6_000, seed: 13_115 })
      .filter(({ entry, key }) => key !== entry.key)
    expect(samples.length).toBeGreaterThanOrEqual(5_000)
    const reasons = ['INVISIBLE_CHARACTERS', 'MIXED_SCRIPT', 'CONFUSABLE']
    const missed = samples.filter(({ entry, key }) => {
      const found = findLookalikes({ platform: entry.platform, key }, index, 50)
      return !found.some((lookalike) => lookalike.entry === entry && reasons.includes(lookalike.reason))
    })
    expect(missed).toEqual([])
  })

  test.each([
    ['fem\u200ba', 'fema', 'INVISIBLE_CHARACTERS'],
    ['fеma', 'fema', 'MIXED_SCRIPT'],
    ['ｆｅｍａ', 'fema', 'CONFUSABLE'],
    ['icegоv', 'icegov', 'MIXED_SCRIPT'],
    ['lcegov', 'icegov', 'CONFUSABLE'],
    ['ferna', 'fema', 'CONFUSABLE'],
    ['fema_', 'fema', 'DISTANCE_ONE'],
    ['fmea', 'fema', 'DISTANCE_ONE'],
    ['fama', 'fema', 'DISTANCE_ONE'],
    ['fem', null, null],
    ['f.e.m.a', 'fema', 'ADDED_CHARACTERS'],
    ['fema2024', 'fema', 'ADDED_CHARACTERS'],
    ['ts', null, null],
    ['tsb', null, null],
    ['t5a', null, null],
    ['madeup_office', null, null],
  ])('%j on X is taken for %j because of %j', (key, name, reason) => {
    const found = findLookalikes({ platform: 'x', key }, index, 1)
    expect(found.map((lookalike) => [lookalike.entry.key, lookalike.reason])).toEqual(
      name === null ? [] : [[name, reason]],
    )
  })

  test('the nearest likeness comes first, and the list is bounded', () => {
    const found = findLookalikes({ platform: 'x', key: 'fеma' }, index, 2)
    expect(found.map(({ entry }) => entry.platform)).toEqual(['x', expect.any(String)])
    expect(findLookalikes({ platform: 'x', key: 'femaregion0' }, index, 4)).toHaveLength(4)
  })
})

describe('real accounts among themselves', () => {
  const findings = real.flatMap((entry) =>
    findLookalikes(entry, index, 1_000).map((found) => ({ ...found, of: entry })),
  )

  test('never look like a disguise of one another', () => {
    const disguises = ['INVISIBLE_CHARACTERS', 'MIXED_SCRIPT', 'CONFUSABLE', 'ADDED_CHARACTERS']
    expect(findings.filter(({ reason }) => disguises.includes(reason))).toEqual([])
  })

  test('are a letter apart only in these families, which are real', () => {
    const neighbours = findings
      .filter(({ reason }) => reason === 'DISTANCE_ONE')
      .map(({ of, entry }) => [of.key, entry.key].toSorted().join(' '))
    const families = [
      'usbpchiefdrt usbpchieflrt', // Del Rio and Laredo sectors
      'ofodeac ofoeac', // deputy and executive assistant commissioner
      'cbpopsspprtdeac cbpopsspprteac',
      'uscismediafla uscismediala',
      'uscismediaga uscismediala',
      'uscismediaga uscismediapa',
      'uscismediala uscismediapa',
    ]
    const regions = neighbours.filter((pair) => /^femaregion\d+ femaregion\d+$/.test(pair))
    expect(new Set(regions).size).toBe(37)
    expect(new Set(neighbours.filter((pair) => !regions.includes(pair)))).toEqual(new Set(families))
  })

  test('share a name in another form only on YouTube, where FEMA has two addresses', () => {
    const sameName = findings.filter(({ reason }) => reason === 'SAME_NAME_OTHER_FORM')
    expect(new Set(sameName.map(({ of }) => of.key))).toEqual(new Set(['legacy/fema', 'user/fema']))
  })
})

test('numbers and random ids have no look-alikes', () => {
  const near = [
    { platform: 'facebook', key: 'id:104926341235416' },
    { platform: 'linkedin', key: 'company/20339589' },
    { platform: 'youtube', key: 'channel/UCVRj-aUsXBrlM8elk3zmLvx' },
  ]
  for (const candidate of near) expect(findLookalikes(candidate, index, 5)).toEqual([])
})

test('text too long for a name is not compared', () => {
  expect(findLookalikes({ platform: 'x', key: `fema${'\u200b'.repeat(500)}` }, index, 1)).toHaveLength(1)
  expect(findLookalikes({ platform: 'x', key: 'fema'.repeat(100) }, index, 1)).toEqual([])
})

test('every one of 10,000 entries is found again by a name with one letter too many', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => ({
    platform: 'x',
    key: `office${(at * 7_919).toString(36)}gov`,
  }))
  const large = createLookalikeIndex(many)
  const missed = many.filter(
    (entry) =>
      !findLookalikes({ platform: 'x', key: `${entry.key}x` }, large, 100).some(
        (found) => found.entry === entry,
      ),
  )
  expect(missed).toEqual([])
})

function disguise(): fc.Arbitrary<{ entry: KeyedEntry; key: string }> {
  return fc
    .tuple(
      fc.constantFrom(...named),
      fc.array(fc.tuple(fc.nat(200), fc.nat(200), fc.nat(3)), { minLength: 1, maxLength: 4 }),
    )
    .map(([entry, changes]) => {
      const start = entry.key.lastIndexOf('/') + 1
      const letters = Array.from(entry.key.slice(start))
      for (const [place, choice, kind] of changes) {
        const at = place % letters.length
        letters[at] = disguiseLetter(letters[at] ?? '', choice, kind)
      }
      return { entry, key: entry.key.slice(0, start) + letters.join('') }
    })
}

function disguiseLetter(letter: string, choice: number, kind: number): string {
  if (kind === 0) return letter + (invisibles[choice % invisibles.length] ?? '')
  if (kind === 1 && pairs[letter] !== undefined) return pairs[letter]
  const alike = [...(twins[letter] ?? '')]
  return alike[choice % Math.max(alike.length, 1)] ?? letter
}

function realEntries(): KeyedEntry[] {
  const platforms = seedPlatforms()
  const entries = new Map<string, KeyedEntry>()
  for (const { url = '' } of [...seedRows('accounts.csv'), ...seedRows('archived-accounts.csv')]) {
    const found = identify(url, platforms)
    if (found.outcome !== 'ACCOUNT') throw new Error(url)
    entries.set(`${found.platform} ${found.canonicalKey}`, {
      platform: found.platform,
      key: found.canonicalKey,
    })
  }
  return [...entries.values()]
}
