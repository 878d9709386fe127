import { describe, expect, test } from 'vitest'
import { account } from '../data/directory.fixture.ts'
import { facetSlugs } from './facet-slug.ts'
import { listFacets } from './facets.ts'

const accounts = [
  { ...account, slug: 'x-one', language: 'es', topics: ['Borders', 'Borders', 'Storms'] },
  { ...account, slug: 'x-two', language: null, topics: [] },
  { ...account, slug: 'x-three', language: 'es', status: 'FORMERLY_OFFICIAL' as const },
]

function slugsOf(list: { accounts: readonly { slug: string }[] } | undefined) {
  return list?.accounts.map(({ slug }) => slug)
}

describe('lists by language, topic and status', () => {
  const facets = listFacets(accounts)

  test('hold each account once, and ended ones by status alone', () => {
    expect(slugsOf(facets.languages.find(({ value }) => value === 'es'))).toEqual(['x-one'])
    expect(slugsOf(facets.topics.find(({ slug }) => slug === 'borders'))).toEqual(['x-one'])
    expect(slugsOf(facets.status.find(({ slug }) => slug === 'formerly-official'))).toEqual(['x-three'])
  })

  test('say what nobody recorded', () => {
    expect(slugsOf(facets.languages.find(({ value }) => value === null))).toEqual(['x-two'])
    expect(slugsOf(facets.topics.at(-1))).toEqual(['x-two'])
  })

  test('have an empty list for a status that no account has', () => {
    expect(slugsOf(facets.status.find(({ value }) => value === 'SUSPENDED'))).toEqual([])
  })
})

describe('the address of a value', () => {
  test('is readable', () => {
    expect([...facetSlugs(['zh-Hans', 'Migración y asilo'])]).toEqual([
      ['zh-Hans', 'zh-hans'],
      ['Migración y asilo', 'migracion-y-asilo'],
    ])
  })

  test('differs for two values, whatever their letters and order', () => {
    const values = ['Cyber Security', 'cyber-security', '災害', '!', 'not recorded', '../../etc']
    const slugs = facetSlugs(values)
    expect(new Set(slugs.values()).size).toBe(values.length)
    for (const slug of slugs.values()) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(slugs.get('not recorded')).not.toBe('not-recorded')
    expect(facetSlugs(values.toReversed()).get('cyber-security')).toBe(slugs.get('cyber-security'))
  })
})
