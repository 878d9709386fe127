import { describe, expect, test } from 'vitest'
import { account, snapshot } from '../data/directory.fixture.ts'
import { expandEntry } from './compact-entry.ts'
import { verifyIndexOf } from './verify-index.ts'

const alias = {
  handle: 'old_name',
  canonicalKey: 'old_name',
  profileUrl: null,
  former: true,
  from: '2020-01-01',
  until: '2026-02-01',
}

describe('the index for checking accounts', () => {
  const index = verifyIndexOf({
    ...snapshot,
    accounts: [{ ...account, successor: { slug: 'x-two' }, aliases: [alias] }],
    archivedListings: [
      {
        platform: { slug: 'x' },
        canonicalKey: 'older',
        handle: 'Older',
        source: 'register',
        listedOn: '2022-11-19',
      },
    ],
  })

  test('has an entry for the present handle and one for each alias', () => {
    const [present, former] = index.entries.map(expandEntry)
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
    const [first] = index.entries
    expect(first).not.toHaveProperty('suspendedOn')
    expect(first && Object.keys(expandEntry(first))).toHaveLength(18)
  })

  test('carries archived rows and the day it speaks of', () => {
    expect(index.asOf).toBe('2026-11-22')
    expect(index.archived).toEqual([
      { platform: 'x', key: 'older', source: 'register', listedOn: '2022-11-19' },
    ])
  })

  test('leaves out a platform whose rules cannot be read', () => {
    expect(index.platforms).toEqual([])
  })
})
