import { createDirectory } from '@official-accounts/domain/directory/directory'
import { entryOf } from '@official-accounts/domain/directory/directory-entry.fixture'
import { identify } from '@official-accounts/domain/directory/profile-url'
import { seedPlatforms, seedRows } from '@official-accounts/domain/directory/seed-data.fixture'
import { verify } from '@official-accounts/domain/directory/verify'
import { describe, expect, test } from 'vitest'
import { account, snapshot } from '../data/directory.fixture.ts'
import { expandEntry } from './compact-entry.ts'
import { directoryDataOf } from './directory-data.ts'
import { createVerifyReader } from './read-verify-index.ts'
import { verifyFiles } from './verify-index.ts'

const alias = {
  handle: 'old_name',
  canonicalKey: 'old_name',
  profileUrl: null,
  former: true,
  from: '2020-01-01',
  until: '2026-02-01',
}
const listing = {
  platform: { slug: 'x' },
  canonicalKey: 'older',
  handle: 'Older',
  source: 'register',
  listedOn: '2022-11-19',
}

describe('the index for checking accounts', () => {
  const data = directoryDataOf({
    ...snapshot,
    accounts: [{ ...account, source: 'register', successor: { slug: 'x-two' }, aliases: [alias] }],
    archivedListings: [listing],
  })
  const index = JSON.parse(verifyFiles(data)[0]?.content ?? '')

  test('has an entry for the present handle and one for each alias', () => {
    const [present, former] = data.entries
    expect(present).toMatchObject({
      key: 'one_of_the_tests',
      component: 'TEST',
      formerHandle: false,
      successor: 'x-two',
      until: null,
    })
    expect(former).toMatchObject({
      key: 'old_name',
      formerHandle: true,
      renamedTo: 'one_of_the_tests',
      until: '2026-02-01',
    })
  })

  test('leaves out what says nothing, and nothing is lost by it', () => {
    expect(index.entries[0]).not.toHaveProperty('suspendedOn')
    expect(index.entries[0]).not.toHaveProperty('status')
    expect(index.entries.map((entry: never) => expandEntry(entry, index.sources))).toEqual(data.entries)
  })

  test('carries archived rows and the day it speaks of', () => {
    expect(index).toMatchObject({ kind: 'WHOLE', asOf: '2026-11-22', sources: ['register'] })
    expect(index.archived).toEqual([{ platform: 'x', key: 'older', source: 0, listedOn: '2022-11-19' }])
  })

  test('leaves out a platform whose rules cannot be read', () => {
    expect(data.platforms).toEqual([])
  })
})

describe('an index in buckets', () => {
  const platforms = seedPlatforms()
  const keyed = (file: string, column = 'url') =>
    seedRows(file).flatMap((row) => {
      const found = identify(row[column] ?? '', platforms)
      return found.outcome === 'ACCOUNT' ? [{ ...found, key: found.canonicalKey }] : []
    })
  const accounts = keyed('accounts.csv')
  const data = {
    platforms,
    entries: accounts.map(({ platform, key, handle }, place) =>
      entryOf({ platform, key, handle, listedOn: '2022-11-19', source: `register ${place % 3}` }),
    ),
    archived: keyed('archived-accounts.csv').map(({ platform, key }) => ({
      platform,
      key,
      source: 'register',
      listedOn: '2022-11-19',
    })),
    asOf: '2026-11-22',
  }
  const files = verifyFiles(data, 1000)
  const contents = new Map(files.map(({ path, content }) => [`/${path}`, content]))
  const read: string[] = []
  const directoryFor = createVerifyReader((path) => {
    read.push(path)
    const content = contents.get(path)
    return Promise.resolve(new Response(content ?? null, { status: content === undefined ? 404 : 200 }))
  })
  const whole = createDirectory(data)

  test('is made once the whole index would be too large, and every bucket is there', () => {
    expect(JSON.parse(files[0]?.content ?? '')).toMatchObject({ kind: 'BUCKETS', prefixLength: 2 })
    expect(files).toHaveLength(1 + 256)
    expect(verifyFiles(data, 10_000_000)).toHaveLength(1)
  })

  test('answers as the whole index does, for what is listed, archived, near and unknown', async () => {
    const urls = [...seedRows('accounts.csv'), ...seedRows('archived-accounts.csv')].map(
      ({ url = '' }) => url,
    )
    const handles = accounts.map(({ handle }) => handle)
    const near = handles
      .filter((_, place) => place % 4 === 0)
      .flatMap((handle) => [
        `${handle}1`,
        handle.slice(1),
        `https://x.com/${handle.replace(/o/i, '0')}`,
        `https://x.com/${handle.slice(0, 2)}${handle.slice(3, 4)}${handle.slice(2, 3)}${handle.slice(4)}`,
      ])
    const others = ['', 'nonsense of nobody', 'https://example.org/', 'https://www.tiktok.com/@fema', '@FEMA']
    for (const input of [...urls, ...handles.map((handle) => `@${handle}`), ...near, ...others])
      expect(verify(input, await directoryFor(input)), input).toEqual(verify(input, whole))
  }, 60_000)

  test('reads each file once', () => {
    expect(new Set(read).size).toBe(read.length)
  })

  test('reads a file again after it could not be had', async () => {
    let isDown = true
    const reader = createVerifyReader((path) =>
      Promise.resolve(new Response(isDown ? null : contents.get(path), { status: isDown ? 503 : 200 })),
    )
    await expect(reader('@fema')).rejects.toThrow('503')
    isDown = false
    expect(verify('@fema', await reader('@fema'))).toMatchObject({ outcome: 'OFFICIAL' })
  })
})
