import { describe, expect, test } from 'vitest'
import { parseSearch, stringifySearch } from '../ui/search-params.ts'
import { ignoredParts, readListSearch } from './list-search.ts'

const ORDERS = ['TITLE', 'TITLE_DESC'] as const
const COLUMNS = ['title', 'state', 'changedAt']

function read(address: string) {
  return readListSearch(parseSearch(address), ORDERS, COLUMNS)
}

describe('what an address says of a list', () => {
  test('columns keep the order they were chosen in, each once', () => {
    expect(read('columns=state&columns=title&columns=state').columns).toEqual(['state', 'title'])
  })
  test('what no list knows is left out', () => {
    expect(read('columns=secret&order=NEWEST&density=huge')).toEqual({})
  })
  test('what was read is written as it was', () => {
    const address = '?order=TITLE_DESC&columns=state&columns=title&density=compact&view=abc'
    expect(stringifySearch({ ...read(address) })).toBe(address)
  })
})

describe('what was not understood', () => {
  test('is named, value by value', () => {
    const address = 'order=TITLE&region=east&columns=title&columns=phase'
    expect(ignoredParts(address, read(address))).toEqual([
      { name: 'region', value: 'east' },
      { name: 'columns', value: 'phase' },
    ])
  })
  test('a place in the list that is gone is no loss to speak of', () => {
    expect(ignoredParts('page=7&after=', read('page=7&after='))).toEqual([])
  })
})
