import { describe, expect, test } from 'vitest'
import { identify } from './profile-url.ts'
import { seedPlatforms, seedRows, slugOf } from './seed-data.fixture.ts'

const platforms = seedPlatforms()
const accounts = [...seedRows('accounts.csv'), ...seedRows('archived-accounts.csv')]

describe('the vectors of profile-urls.csv', () => {
  const vectors = seedRows('profile-urls.csv')
  test('are all there', () => expect(vectors).toHaveLength(24))

  test.each(vectors.map((vector): [string, typeof vector] => [vector.raw_url ?? '', vector]))(
    '%s',
    (url, vector) => {
      const found = identify(url, platforms)
      expect(found.outcome).toBe(vector.expected)
      if (vector.expected_platform)
        expect(found).toMatchObject({ platform: slugOf(vector.expected_platform) })
      if (vector.expected_key) expect(found).toMatchObject({ canonicalKey: vector.expected_key })
    },
  )
})

describe('the real accounts', () => {
  test.each(accounts.map(({ url = '', platform = '', handle = '' }) => [url, platform, handle]))(
    '%s',
    (url, platform, handle) => {
      const found = identify(url, platforms)
      expect(found).toMatchObject({ outcome: 'ACCOUNT', platform: slugOf(platform), form: 'PROFILE_URL' })
      if (found.outcome !== 'ACCOUNT') return
      expect(found.handle.toLowerCase()).toBe(handle.replace(/^@/, '').toLowerCase())
      expect(identify(found.canonicalUrl, platforms)).toMatchObject({
        canonicalKey: found.canonicalKey,
        canonicalUrl: found.canonicalUrl,
      })
    },
  )

  test('are different identities within each file', () => {
    for (const file of ['accounts.csv', 'archived-accounts.csv']) {
      const identities = seedRows(file).map(({ url = '' }) => {
        const found = identify(url, platforms)
        return found.outcome === 'ACCOUNT' ? `${found.platform} ${found.canonicalKey}` : url
      })
      expect(new Set(identities).size).toBe(identities.length)
    }
  })

  test('of the raw export are accounts of the stated service but for four known rows', () => {
    const alsoCalled: Record<string, string> = { Twitter: 'X' }
    const exceptions = seedRows('registry-export.csv').flatMap(({ Service = '', link = '' }) => {
      const found = identify(link, platforms)
      const stated = slugOf(alsoCalled[Service] ?? Service)
      return found.outcome === 'ACCOUNT' && found.platform === stated
        ? []
        : [[link.trim(), found.outcome === 'NOT_AN_ACCOUNT' ? found.reason : found.outcome]]
    })
    expect(exceptions).toEqual([
      ['https://www.linkedin.com/in/michaelhermus', 'PERSONAL_PROFILE'],
      ['https://www.facebook.com/groups/570689373318707/', 'GROUP'],
      ['https://www.facebook/cgchealy', 'UNKNOWN_PLATFORM'],
      ['https://www.facebook.com/', 'NO_ACCOUNT'],
    ])
  })
})
