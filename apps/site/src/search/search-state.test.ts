import { describe, expect, test } from 'vitest'
import { isEmptySearch, looksLikeAddress, readSearchState, writeSearchState } from './search-state.ts'

const known = { component: ['fema'], platform: ['x'], language: ['es'], topic: [], status: ['OFFICIAL'] }

describe('a search in the address of its page', () => {
  test('is read and written alike', () => {
    const state = readSearchState(new URLSearchParams('q=%20storm%20&platform=x&status=OFFICIAL'), known)
    expect(state).toEqual({ words: 'storm', filters: { platform: 'x', status: 'OFFICIAL' } })
    expect(writeSearchState(state)).toBe('q=storm&platform=x&status=OFFICIAL')
  })

  test('leaves out values that nobody can choose', () => {
    const state = readSearchState(new URLSearchParams('component=other&topic=%3Cimg%3E'), known)
    expect(isEmptySearch(state)).toBe(true)
    expect(writeSearchState(state)).toBe('')
  })
})

test('an address and a handle are told from words', () => {
  expect(['@fema', 'x.com/fema', 'https://x.com/fema'].filter(looksLikeAddress)).toHaveLength(3)
  expect(['fema', 'U.S. Border Patrol', 'mail @ home'].filter(looksLikeAddress)).toEqual([])
})
