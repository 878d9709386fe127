import { describe, expect, test } from 'vitest'
import { createDirectory } from './directory.ts'
import { entryOf } from './directory-entry.fixture.ts'
import { identify } from './profile-url.ts'
import { seedPlatforms, seedRows } from './seed-data.fixture.ts'
import { verify } from './verify.ts'

const platforms = seedPlatforms()
const directory = createDirectory({
  platforms,
  entries: [
    entryOf({ platform: 'facebook', key: 'fema' }),
    entryOf({ platform: 'youtube', key: 'channel/UCVRj-aUsXBrlM8elk3zmLvw' }),
    entryOf({
      platform: 'x',
      key: 'uscert_gov',
      formerHandle: true,
      renamedTo: 'CISACyber',
      until: '2022-12-01',
    }),
  ],
  archived: [{ platform: 'x', key: 'nppd', source: 'the U.S. Digital Registry', listedOn: '2023-05-12' }],
  asOf: null,
})

describe('defects of GSA/ringsail that are not ours (domain facts 2.1)', () => {
  test('verify never answers official for an unlisted URL on a known platform', () => {
    for (const url of [
      'https://www.facebook.com/madeup.page',
      'https://x.com/madeup_page',
      'https://github.com/madeup',
    ]) {
      expect(outcomeOf(url)).toBe('NOT_LISTED')
    }
  })

  test('a host that merely ends in facebook.com is not Facebook', () => {
    for (const host of ['fakefacebook.com', 'fake-facebook.com', 'facebook.com.evil.example']) {
      expect(outcomeOf(`https://${host}/fema`)).toBe('UNKNOWN_PLATFORM')
    }
    expect(outcomeOf('https://facebook.com/fema')).toBe('OFFICIAL')
  })

  test('every /channel/UC… is its own account', () => {
    expect(outcomeOf('https://www.youtube.com/channel/UCVRj-aUsXBrlM8elk3zmLvw')).toBe('OFFICIAL')
    expect(outcomeOf('https://www.youtube.com/channel/UC99wzyafraCUDs-qTQzB5Sw')).toBe('NOT_LISTED')
    expect(identify('https://www.youtube.com/channel', platforms)).toMatchObject({ reason: 'RESERVED' })
  })

  test('a channel id keeps its case', () => {
    const lowered = 'https://www.youtube.com/channel/UCVRj-aUsXBrlM8elk3zmLvw'.toLowerCase()
    expect(outcomeOf(lowered)).not.toBe('OFFICIAL')
    expect(outcomeOf('https://www.youtube.com/channel/UCVRJ-aUsXBrlM8elk3zmLvw')).toBe('NOT_LISTED')
  })

  test('a post link does not become account 123', () => {
    expect(identify('https://twitter.com/dhsgov/status/123', platforms)).toMatchObject({
      canonicalKey: 'dhsgov',
      form: 'POST_LINK',
    })
    expect(identify('https://www.facebook.com/fema/posts/123', platforms)).toMatchObject({
      canonicalKey: 'fema',
    })
    expect(identify('https://x.com/i/web/status/123', platforms)).toMatchObject({
      reason: 'POST_WITHOUT_OWNER',
    })
  })

  test('a trailing slash on Facebook is the same account', () => {
    expect(outcomeOf('https://www.facebook.com/fema/')).toBe('OFFICIAL')
  })
})

describe('defects of GSA/touchpoints and its data that are not ours (domain facts 1.2, 1.9, 4)', () => {
  test('a Facebook account cannot be given an X address', () => {
    expect(identify('https://twitter.com/fema', platforms, { platform: 'facebook' })).toMatchObject({
      platform: 'x',
    })
  })

  test('scheme, www, case and a slash do not make two of ICE on X, Facebook and Instagram', () => {
    const rows = seedRows('registry-export.csv').filter(({ link = '' }) =>
      /\/(?:ICEgov|wwwicegov)\/?\s*$/i.test(link),
    )
    const published = rows.filter(({ status }) => status === 'Published')
    const identities = new Set(published.map(({ link = '' }) => identityOf(link)))
    expect(identities).toEqual(
      new Set(['x icegov', 'facebook wwwicegov', 'instagram icegov', 'youtube legacy/wwwicegov']),
    )
    expect(published.length).toBeGreaterThan(identities.size)
  })

  test('of the 409 identities of the export, what two rows share is one', () => {
    const identities = seedRows('registry-export.csv').map(({ link = '' }) => identityOf(link))
    const known = identities.filter((identity) => identity !== null)
    expect(known.length - new Set(known).size).toBeGreaterThanOrEqual(8)
  })

  test('a group, a personal profile and a bare host are no accounts', () => {
    expect(outcomeOf('https://www.facebook.com/groups/570689373318707/')).toBe('NOT_AN_ACCOUNT')
    expect(outcomeOf('https://www.linkedin.com/in/madeup-person')).toBe('NOT_AN_ACCOUNT')
    expect(outcomeOf('https://www.facebook.com/')).toBe('NOT_AN_ACCOUNT')
  })

  test('a renamed account does not stay official under the name it gave up', () => {
    expect(verify('https://twitter.com/USCERT_gov', directory)).toMatchObject({
      outcome: 'FORMERLY_OFFICIAL',
      entry: { renamedTo: 'CISACyber' },
    })
    expect(verify('@USCERT_gov', directory)).toMatchObject({ outcome: 'FORMERLY_OFFICIAL' })
  })

  test('an archived row proves neither an official account nor a retired one', () => {
    expect(verify('https://twitter.com/nppd', directory)).toMatchObject({
      outcome: 'NOT_LISTED',
      entry: null,
      source: 'the U.S. Digital Registry',
      message: { code: 'NOT_LISTED_ARCHIVED' },
    })
  })
})

function outcomeOf(input: string) {
  const answer = verify(input, directory)
  return answer.refused ? answer.code : answer.outcome
}

function identityOf(input: string): string | null {
  const found = identify(input, platforms)
  return found.outcome === 'ACCOUNT' ? `${found.platform} ${found.canonicalKey}` : null
}
