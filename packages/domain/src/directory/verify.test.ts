import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDirectory, type DirectoryData, type DirectoryEntry } from './directory.ts'
import { entryOf } from './directory-entry.fixture.ts'
import { identify } from './profile-url.ts'
import { seedPlatforms, seedRows } from './seed-data.fixture.ts'
import { verify, type DateRefusal, type Verification } from './verify.ts'

const platforms = seedPlatforms()
const registry = 'the U.S. Digital Registry'
const data: DirectoryData = {
  platforms,
  entries: [
    entryOf({
      platform: 'x',
      key: 'madeup_office',
      officialSince: '2023-05-01',
      lastConfirmedOn: '2025-01-15',
    }),
    entryOf({
      platform: 'instagram',
      key: 'madeup_office',
      status: 'SUSPENDED',
      officialSince: '2023-05-01',
      suspendedOn: '2024-06-01',
    }),
    entryOf({ platform: 'facebook', key: 'madeupoffice', source: registry, listedOn: '2024-09-12' }),
    entryOf({
      platform: 'x',
      key: 'madeup_closed',
      status: 'FORMERLY_OFFICIAL',
      officialSince: '2020-01-01',
      suspendedOn: '2021-12-01',
      retiredOn: '2022-03-04',
      successor: 'x-madeup_office',
    }),
    entryOf({
      platform: 'x',
      key: 'madeup_before',
      slug: 'x-madeup_office',
      formerHandle: true,
      renamedTo: 'madeup_office',
      officialSince: '2019-02-03',
      from: '2019-02-03',
      until: '2023-05-01',
    }),
    entryOf({
      platform: 'threads',
      key: 'madeup_office',
      status: 'FORMERLY_OFFICIAL',
      officialSince: '2023-08-01',
      retiredOn: '2024-08-01',
    }),
  ],
  archived: [{ platform: 'x', key: 'madeup_archived', source: registry, listedOn: '2022-11-19' }],
  asOf: '2025-06-01',
}
const directory = createDirectory(data)

describe('the seven outcomes', () => {
  test.each([
    ['https://x.com/MadeUp_Office', 'OFFICIAL', 'OFFICIAL_CONFIRMED'],
    ['https://x.com/madeup_office/status/1', 'OFFICIAL', 'OFFICIAL_CONFIRMED'],
    ['https://www.facebook.com/MadeUp.Office', 'OFFICIAL', 'OFFICIAL_LISTED'],
    ['https://www.instagram.com/madeup_office/', 'SUSPENDED', 'SUSPENDED_ON'],
    ['https://x.com/madeup_closed', 'FORMERLY_OFFICIAL', 'FORMERLY_ON'],
    ['https://x.com/madeup_before', 'FORMERLY_OFFICIAL', 'FORMERLY_RENAMED_ON'],
    ['https://x.com/nobody_at_all', 'NOT_LISTED', 'NOT_LISTED'],
    ['https://x.com/madeup_0ffice', 'NOT_LISTED', 'NOT_LISTED_SIMILAR'],
    ['https://github.com/madeupoffice', 'NOT_LISTED', 'NOT_LISTED_SAME_NAME'],
    ['https://x.com/madeup_archived', 'NOT_LISTED', 'NOT_LISTED_ARCHIVED'],
    ['nobody_at_all', 'NOT_LISTED', 'HANDLE_NOT_LISTED'],
    ['madeup_0ffice', 'NOT_LISTED', 'HANDLE_NOT_LISTED_SIMILAR'],
    ['https://www.tiktok.com/@madeup_office', 'PROHIBITED_PLATFORM', 'PROHIBITED_PLATFORM'],
    ['https://x.com/i/web/status/1', 'NOT_AN_ACCOUNT', 'POST_WITHOUT_OWNER'],
    ['https://x.com/madeup_оffice', 'NOT_AN_ACCOUNT', 'MALFORMED_SIMILAR'],
    ['https://x.com.evil.example/madeup_office', 'UNKNOWN_PLATFORM', 'UNKNOWN_PLATFORM'],
  ])('%s is %s (%s)', (input, outcome, code) => {
    expect(verify(input, directory)).toMatchObject({ refused: false, outcome, message: { code } })
  })

  test('an official answer carries what was understood, who, since when and the last confirmation', () => {
    expect(verify('x.com/MadeUp_Office', directory)).toMatchObject({
      canonicalKey: 'madeup_office',
      platform: 'x',
      entry: { slug: 'x-madeup_office' },
      since: '2023-05-01',
      lastConfirmedOn: '2025-01-15',
      source: null,
      similar: [],
      understood: [
        { handle: 'MadeUp_Office', canonicalUrl: 'https://x.com/madeup_office', form: 'PROFILE_URL' },
      ],
    })
  })

  test('an imported account has a source and a date of listing and no since', () => {
    expect(verify('facebook.com/madeupoffice', directory)).toMatchObject({
      since: null,
      source: registry,
      listedOn: '2024-09-12',
    })
  })

  test('a retired account names its successor', () => {
    expect(verify('x.com/madeup_closed', directory)).toMatchObject({
      since: '2022-03-04',
      successor: 'x-madeup_office',
    })
  })

  test('the disguise of a listed account shows the account it resembles', () => {
    for (const input of [
      'https://x.com/madeup_оffice',
      'https://x.com/madeup\u200b_office',
      '@madeup_оffice',
      'https://x.com/madeup_offlce',
    ]) {
      const answer = answered(verify(input, directory))
      expect(answer.similar[0]?.entry.slug).toBe('x-madeup_office')
      expect(answer.entry).toBeNull()
    }
  })
})

describe('a bare handle', () => {
  test('answers with the official account and lists every account of that name', () => {
    const answer = answered(verify('@madeup_office', directory))
    expect(answer).toMatchObject({ outcome: 'OFFICIAL', platform: 'x', message: { code: 'HANDLE_OFFICIAL' } })
    expect(answer.matches.map((entry) => [entry.platform, entry.status])).toEqual([
      ['x', 'OFFICIAL'],
      ['instagram', 'SUSPENDED'],
      ['threads', 'FORMERLY_OFFICIAL'],
    ])
    expect(answer.message.parameters.platforms).toBe('X, Instagram, Threads')
  })

  test('is not official because of an account on one platform when another platform is meant', () => {
    expect(answered(verify('https://www.pinterest.com/madeup_office/', directory)).outcome).toBe('NOT_LISTED')
  })
})

describe('a day asked about', () => {
  test.each([
    ['x.com/madeup_office', '2023-05-01', 'OFFICIAL', 'OFFICIAL_CONFIRMED'],
    ['instagram.com/madeup_office', '2024-05-31', 'OFFICIAL', 'OFFICIAL_THEN'],
    ['instagram.com/madeup_office', '2024-06-01', 'SUSPENDED', 'SUSPENDED_ON'],
    ['x.com/madeup_closed', '2021-11-30', 'OFFICIAL', 'OFFICIAL_THEN'],
    ['x.com/madeup_closed', '2021-12-01', 'SUSPENDED', 'SUSPENDED_THEN'],
    ['x.com/madeup_closed', '2022-03-04', 'FORMERLY_OFFICIAL', 'FORMERLY_ON'],
    ['x.com/madeup_before', '2023-04-30', 'OFFICIAL', 'OFFICIAL_THEN'],
    ['x.com/madeup_before', '2023-05-01', 'FORMERLY_OFFICIAL', 'FORMERLY_RENAMED_ON'],
    ['x.com/nobody_at_all', '2023-05-01', 'NOT_LISTED', 'NOT_LISTED'],
  ])('%s on %s was %s (%s)', (input, on, outcome, code) => {
    expect(verify(input, directory, { on })).toMatchObject({ outcome, message: { code } })
  })

  test.each([
    ['x.com/madeup_office', '2023-04-30', 'BEFORE_FIRST_KNOWN_DATE', '2023-05-01'],
    ['facebook.com/madeupoffice', '2024-09-11', 'BEFORE_FIRST_KNOWN_DATE', '2024-09-12'],
    ['x.com/madeup_before', '2019-02-02', 'BEFORE_FIRST_KNOWN_DATE', '2019-02-03'],
    ['@madeup_office', '2023-04-30', 'BEFORE_FIRST_KNOWN_DATE', '2023-05-01'],
    ['x.com/nobody_at_all', '2019-02-02', 'BEFORE_FIRST_KNOWN_DATE', '2019-02-03'],
    ['x.com/madeup_office', '2025-06-02', 'AFTER_LAST_KNOWN_DATE', '2025-06-01'],
    ['x.com/madeup_office', '2024-13-01', 'INVALID_DATE', null],
    ['x.com/madeup_office', 'yesterday', 'INVALID_DATE', null],
  ])('%s on %s is refused as %s with %s', (input, on, code, date) => {
    expect(verify(input, directory, { on })).toMatchObject({ refused: true, code, date })
  })

  test('an account that was not yet there does not hide one of the same name that was', () => {
    expect(verify('@madeup_office', directory, { on: '2023-07-31' })).toMatchObject({
      outcome: 'OFFICIAL',
      matches: [{ platform: 'x' }, { platform: 'instagram' }],
    })
  })
})

describe('names change hands', () => {
  const held = entryOf({ platform: 'x', key: 'madeup_again', slug: 'x-now' })
  const released = entryOf({ platform: 'x', key: 'madeup_again', slug: 'x-then', formerHandle: true })

  test.each([[[held, released]], [[released, held]]])(
    'a handle taken up again belongs to its holder',
    (entries) => {
      const again = createDirectory({ ...data, entries })
      expect(verify('x.com/madeup_again', again)).toMatchObject({
        outcome: 'OFFICIAL',
        entry: { slug: 'x-now' },
      })
    },
  )

  test('a released handle is never official today, whatever its account is', () => {
    const entries = [released, { ...released, until: '2999-01-01', key: 'madeup_other' }]
    const after = createDirectory({ ...data, entries })
    for (const { key } of entries)
      expect(verify(`x.com/${key}`, after)).toMatchObject({ outcome: 'FORMERLY_OFFICIAL' })
  })

  test('a suspension that was lifted does not count today', () => {
    const lifted = createDirectory({ ...data, entries: [{ ...held, suspendedOn: '2024-01-01' }] })
    expect(verify('x.com/madeup_again', lifted)).toMatchObject({ outcome: 'OFFICIAL' })
  })
})

describe('the real directory', () => {
  const entries = new Map<string, DirectoryEntry>()
  for (const { url = '', component = '' } of seedRows('accounts.csv')) {
    const found = identify(url, platforms)
    if (found.outcome !== 'ACCOUNT') throw new Error(url)
    const { platform, canonicalKey: key } = found
    entries.set(
      `${platform} ${key}`,
      entryOf({ platform, key, component, source: registry, listedOn: '2024-09-12' }),
    )
  }
  const real = createDirectory({ platforms, entries: [...entries.values()], archived: [], asOf: null })

  test('answers OFFICIAL for each of its 298 accounts', () => {
    expect(entries.size).toBe(298)
    for (const { url = '' } of seedRows('accounts.csv'))
      expect(verify(url, real)).toMatchObject({ outcome: 'OFFICIAL' })
  })

  test('answers OFFICIAL for an address only when platform and key are listed', () => {
    const handle = fc.string({ unit: fc.constantFrom(...'acdefgimostu01_.'), minLength: 1, maxLength: 8 })
    const base = fc.constantFrom(
      'https://x.com/',
      'facebook.com/',
      'https://www.instagram.com/',
      'youtube.com/@',
      'youtube.com/user/',
    )
    fc.assert(
      fc.property(
        base,
        fc.oneof(handle, fc.constantFrom('tsa', 'fema', 'uscis', 'cisagov', 'cyber')),
        (start, name) => {
          const answer = answered(verify(start + name, real))
          expect(answer.outcome === 'OFFICIAL').toBe(entries.has(`${answer.platform} ${answer.canonicalKey}`))
        },
      ),
      { numRuns: 3_000 },
    )
  })

  test('is plain JSON: what goes to the browser answers the same', () => {
    const sent = { platforms, entries: [...entries.values()], archived: [], asOf: null }
    const received = createDirectory(JSON.parse(JSON.stringify(sent)) as DirectoryData)
    for (const input of ['x.com/tsa', '@fema', 'x.com/tsаgov', 'x.com/nobody']) {
      expect(verify(input, received)).toEqual(verify(input, real))
    }
  })
})

function answered(answer: Verification | DateRefusal): Verification {
  if (answer.refused) throw new Error(answer.code)
  return answer
}
