import { describe, expect, it } from 'vitest'
import { parseSearch, stringifySearch } from '../../ui/search-params.ts'
import { isFiltered, readAccountSearch } from './account-search.ts'

describe('the address of a list of accounts', () => {
  it('says the whole list and comes back as it was written', () => {
    const address =
      '?text=region&state=ACTIVE&state=RETIRING&component=FEMA&unclaimed=true&order=TITLE&page=2&after=abc'
    const search = readAccountSearch(parseSearch(address))
    expect(search).toMatchObject({ state: ['ACTIVE', 'RETIRING'], unclaimed: true, page: 2, after: ['abc'] })
    expect(readAccountSearch(parseSearch(stringifySearch({ ...search })))).toEqual(search)
  })

  it('shows everything for an address that makes no sense', () => {
    const search = readAccountSearch(parseSearch('?state=NONSENSE&order=1&page=-3&after=&vacant=maybe'))
    expect(isFiltered(search)).toBe(false)
    expect(search.order).toBeUndefined()
    expect(search.page).toBeUndefined()
  })
})
