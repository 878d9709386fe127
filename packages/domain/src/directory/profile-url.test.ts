import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identify } from './profile-url.ts'
import { longestInput } from './read-input.ts'
import { seedPlatforms, seedRows } from './seed-data.fixture.ts'

const platforms = seedPlatforms()
const accounts = [...seedRows('accounts.csv'), ...seedRows('archived-accounts.csv')]
const hosts = platforms.flatMap(({ rules }) => rules.hosts.filter((host) => !host.startsWith('{')))
// Where the owner's name is a label of the host, a changed label is another owner, not a disguise.
const ownerless = platforms.flatMap(({ rules }) =>
  rules.patterns.some(({ match }) => match.startsWith('{'))
    ? []
    : rules.hosts.filter((host) => !host.startsWith('{')),
)

describe('spellings of one account', () => {
  const real = fc.constantFrom(...accounts.map((row) => row.url ?? ''))

  test('scheme, www, case of the host, default port, slash, space, TAB, query and fragment do not distinguish', () => {
    const spelling = fc.record({
      scheme: fc.constantFrom('https://', 'http://', 'HTTPS://', '//', ''),
      www: fc.constantFrom('www.', 'WWW.', ''),
      end: fc.constantFrom('', '/', '//', '/?ref=bookmarks', '?a=1&b=2', '#about', '/ ', '/\t', '%20'),
      around: fc.constantFrom('', ' ', '\n', '\t'),
    })
    fc.assert(
      fc.property(real, spelling, (url, { scheme, www, end, around }) => {
        const bare = url
          .trim()
          .replace(/^https?:\/\/(?:www\.)?/i, '')
          .replace(/[/?].*$/, (path) => path.split('?')[0] ?? '')
        const written = `${around}${scheme}${bare.startsWith('m.') ? '' : www}${bare.replace(/\/$/, '')}${end}${around}`
        expect(keyOf(written)).toBe(keyOf(url))
      }),
      { numRuns: 2_000 },
    )
  })

  test('case does not distinguish, except in a YouTube channel id', () => {
    const readable = accounts.map((row) => row.url ?? '').filter((url) => !url.includes('/channel/'))
    fc.assert(
      fc.property(fc.constantFrom(...readable), fc.infiniteStream(fc.boolean()), (url, upper) => {
        const mixed = [...url].map((letter) => (upper.next().value ? letter.toUpperCase() : letter)).join('')
        expect(keyOf(mixed)).toBe(keyOf(url))
      }),
      { numRuns: 1_000 },
    )
    const channel = 'https://www.youtube.com/channel/UCVRj-aUsXBrlM8elk3zmLvw'
    expect(keyOf(channel.replace('UCVR', 'UCvr'))).not.toBe(keyOf(channel))
  })

  test('a period does not distinguish on Facebook and does on Instagram', () => {
    expect(keyOf('facebook.com/USCG.Station.Fairport')).toBe(keyOf('facebook.com/uscgstationfairport'))
    expect(keyOf('instagram.com/made.up')).not.toBe(keyOf('instagram.com/madeup'))
  })

  test.each([
    ['https://x.com/@fema', 'x fema'],
    ['https://twitter.com/#!/fema', 'x fema'],
    ['https://x.com/fema/with_replies', 'x fema'],
    ['https://x.com/intent/follow?screen_name=FEMA', 'x fema'],
    ['https://fb.com/fema', 'facebook fema'],
    ['https://m.facebook.com/fema/about/', 'facebook fema'],
    ['https://www.facebook.com/pages/Made-Up-Page/104926341235415', 'facebook id:104926341235415'],
    ['https://www.facebook.com/104926341235415', 'facebook id:104926341235415'],
    ['https://www.facebook.com/Made-Up-Page-104926341235415', 'facebook id:104926341235415'],
    ['https://instagr.am/icegov', 'instagram icegov'],
    ['https://www.youtube.com/@CISAgov/videos', 'youtube cisagov'],
    ['https://m.youtube.com/uscis', 'youtube legacy/uscis'],
    ['https://pt.linkedin.com/school/made-up', 'linkedin school/made-up'],
    ['https://www.threads.net/@made.up', 'threads made.up'],
    ['https://bsky.app/profile/Made-Up.example', 'bluesky made-up.example'],
    ['https://mastodon.social/users/cisacyber', 'mastodon cisacyber@mastodon.social'],
    ['https://mastodon.social/@cisacyber@mastodon.social', 'mastodon cisacyber@mastodon.social'],
    ['https://old.reddit.com/u/made_up', 'reddit user/made_up'],
    ['https://www.reddit.com/r/made_up', 'reddit r/made_up'],
    ['https://rumble.com/c/made_up', 'rumble c/made_up'],
    ['https://rumble.com/user/made_up', 'rumble user/made_up'],
    ['https://made-up.tumblr.com/', 'tumblr made-up'],
    ['https://www.tumblr.com/made-up', 'tumblr made-up'],
    ['https://t.me/s/made_up', 'telegram made_up'],
    ['https://github.com/orgs/cisagov/repositories', 'github cisagov'],
  ])('%s is %s', (url, identity) => {
    const found = identify(url, platforms)
    expect(found.outcome === 'ACCOUNT' ? `${found.platform} ${found.canonicalKey}` : found).toBe(identity)
  })
})

describe('what is no address of a platform', () => {
  test('a host that only resembles a registered one is never that platform', () => {
    const disguises: ((host: string) => string)[] = [
      (host) => `${host}.evil.example`,
      (host) => `evil${host}`,
      (host) => `evil-${host}`,
      (host) => `${host}@evil.example`,
      (host) => `user:${host}@evil.example`,
      (host) => `evil.example/${host}`,
      (host) => `evil.example?${host}`,
      (host) => `evil.example#@${host}`,
      (host) => `evil.example\\@${host}`,
      (host) => host.replace('.', '%2e'),
      (host) => host.replace('o', '0'),
      (host) => host.replace('.', '。'),
      (host) => host.replace('e', 'е'),
      (host) => host.replace('o', '\u00ad' + 'o'),
      (host) => host.replace('m', 'ｍ'),
      (host) => `xn--${host}`,
      (host) => `${host}.`,
      (host) => `${host}:8443`,
      (host) => `someone@${host}`,
    ]
    fc.assert(
      fc.property(fc.constantFrom(...ownerless), fc.constantFrom(...disguises), (host, disguise) => {
        const written = disguise(host)
        if (written === host || hosts.includes(written)) return
        const found = identify(`https://${written}/fema`, platforms)
        expect(['UNKNOWN_PLATFORM', 'NOT_AN_ACCOUNT', 'PROHIBITED_PLATFORM']).toContain(found.outcome)
        if (found.outcome === 'PROHIBITED_PLATFORM') expect(found.canonicalKey).toBeNull()
      }),
      { numRuns: 3_000 },
    )
  })

  test('two labels before a registered parent are not one', () => {
    expect(identify('https://a.b.tumblr.com/', platforms).outcome).toBe('UNKNOWN_PLATFORM')
    expect(identify('https://x.y.linkedin.com/company/uscis', platforms).outcome).toBe('UNKNOWN_PLATFORM')
  })

  test.each([
    ['javascript:alert(1)//x.com/fema', 'MALFORMED'],
    ['data:text/html,x.com/fema', 'MALFORMED'],
    ['ftp://x.com/fema', 'MALFORMED'],
    ['mailto:fema@x.com', 'MALFORMED'],
    ['https:x.com/fema', 'MALFORMED'],
    ['https:\\\\x.com\\fema', 'MALFORMED'],
    ['https://fema@x.com/fema', 'MALFORMED'],
    ['https://x.com:8080/fema', 'MALFORMED'],
    ['https://x.com/fe%6', 'MALFORMED'],
    ['https://x.com/fe%2fma', 'MALFORMED'],
    ['https://x.com/%2566ema', 'MALFORMED'],
    ['https://x.com/fe\u200bma', 'MALFORMED'],
    ['https://x.com/fe%E2%80%8Bma', 'MALFORMED'],
    ['\u202ehttps://x.com/fema', 'MALFORMED'],
    ['https://x.com/fe ma', 'MALFORMED'],
    ['https://x.com/sixteen_letters_', 'MALFORMED'],
    ['https://x.com/home', 'RESERVED'],
    ['https://x.com/', 'NO_ACCOUNT'],
    ['https://x.com/fema/unheard-of', 'NO_ACCOUNT'],
    ['https://x.com/intent/follow?screen_name=fema&screen_name=evil', 'NO_ACCOUNT'],
    ['https://www.facebook.com/people/Made-Up/100000000000001', 'PERSONAL_PROFILE'],
    ['https://www.instagram.com/made..up', 'MALFORMED'],
    ['https://www.instagram.com/reel/ABC', 'POST_WITHOUT_OWNER'],
    ['https://youtu.be/ABC', 'POST_WITHOUT_OWNER'],
    ['https://www.youtube.com/watch?v=ABC', 'POST_WITHOUT_OWNER'],
    ['https://vimeo.com/123456', 'POST_WITHOUT_OWNER'],
    ['https://t.me/+abcdef', 'GROUP'],
    ['', 'MALFORMED'],
    ['@', 'MALFORMED'],
    ['two words', 'MALFORMED'],
  ])('%j is refused as %s', (input, reason) => {
    expect(identify(input, platforms)).toMatchObject({ outcome: 'NOT_AN_ACCOUNT', reason })
  })

  test('text beyond the longest input is refused unread', () => {
    const padded = (length: number) =>
      `https://x.com/fema?${'a'.repeat(length - 'https://x.com/fema?'.length)}`
    expect(identify(padded(longestInput), platforms)).toMatchObject({ outcome: 'ACCOUNT' })
    expect(identify(padded(longestInput + 1), platforms)).toMatchObject({ reason: 'MALFORMED', text: '' })
  })

  test('a Mastodon account elsewhere counts only when that instance is listed', () => {
    const elsewhere = 'https://mastodon.social/@cisacyber@elsewhere.example'
    expect(identify(elsewhere, platforms).outcome).toBe('UNKNOWN_PLATFORM')
    const widened = platforms.map((platform) =>
      platform.slug === 'mastodon'
        ? { ...platform, rules: { ...platform.rules, hosts: [...platform.rules.hosts, 'elsewhere.example'] } }
        : platform,
    )
    const expected = { outcome: 'ACCOUNT', canonicalKey: 'cisacyber@elsewhere.example' }
    expect(identify(elsewhere, widened)).toMatchObject(expected)
    expect(identify('https://elsewhere.example/@cisacyber', widened)).toMatchObject(expected)
    expect(identify('@cisacyber@elsewhere.example', widened)).toMatchObject(expected)
  })

  test('no text makes it throw, and an account is always on a host of its platform', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .tuple(fc.constantFrom(...hosts), fc.string({ unit: 'grapheme', maxLength: 40 }))
        .map(([host, rest]) => `https://${host}/${rest}`),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
    )
    fc.assert(
      fc.property(text, (input) => {
        const found = identify(input, platforms)
        if (found.outcome !== 'ACCOUNT') return
        expect(keyOf(found.canonicalUrl)).toBe(found.canonicalKey)
        const rules = platforms.find(({ slug }) => slug === found.platform)?.rules
        const { host } = new URL(found.canonicalUrl)
        expect(
          hosts.includes(host) ||
            rules?.patterns.some(({ match }) => host.endsWith(match.slice(match.indexOf('.'), -1))),
        ).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('a handle without address', () => {
  test('has a candidate on each platform that could have it, none on a prohibited one', () => {
    const found = identify('@fema', platforms)
    expect(found).toMatchObject({ outcome: 'HANDLE', handle: 'fema' })
    const candidates = found.outcome === 'HANDLE' ? found.candidates : []
    const slugs = candidates.map((candidate) => candidate.platform)
    expect(slugs).toEqual(expect.arrayContaining(['x', 'facebook', 'instagram', 'youtube', 'threads']))
    expect(slugs).not.toContain('tiktok')
    expect(slugs).not.toContain('linkedin')
  })

  test('is settled by a stated platform', () => {
    expect(identify('@FEMA', platforms, { platform: 'x' })).toMatchObject({
      outcome: 'ACCOUNT',
      canonicalKey: 'fema',
      form: 'HANDLE',
    })
    expect(identify('dhs', platforms, { platform: 'tiktok' })).toMatchObject({
      outcome: 'PROHIBITED_PLATFORM',
      canonicalKey: 'dhs',
    })
    expect(identify('fema', platforms, { platform: 'linkedin' })).toMatchObject({ outcome: 'NOT_AN_ACCOUNT' })
    expect(identify('home', platforms, { platform: 'x' })).toMatchObject({ reason: 'RESERVED' })
    expect(identify('fema', platforms, { platform: 'nowhere' })).toEqual({ outcome: 'UNKNOWN_PLATFORM' })
  })

  test('with a dot and without @ is read as an address', () => {
    expect(identify('fema.gov', platforms)).toEqual({ outcome: 'UNKNOWN_PLATFORM' })
    expect(identify('@fema.gov', platforms)).toMatchObject({ outcome: 'HANDLE' })
  })
})

function keyOf(input: string): string | null {
  const found = identify(input, platforms)
  return found.outcome === 'ACCOUNT' || found.outcome === 'PROHIBITED_PLATFORM' ? found.canonicalKey : null
}
