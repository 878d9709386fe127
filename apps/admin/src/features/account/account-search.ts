import { ACCOUNT_STATES, type AccountState } from '@official-accounts/domain/account/account'
import { readPaging, type Paging } from '../../ui/paging.ts'
import { choiceOf, choicesOf, flagOf, textOf, type RawSearch } from '../../ui/search-params.ts'

/** In which order the list of accounts comes; by platform and handle when not said. */
export const ACCOUNT_ORDERS = ['SLUG', 'TITLE', 'RECENTLY_CHANGED'] as const

/** Which accounts the list shows, in which order and from where: all of it is in the address. */
export interface AccountSearch extends Paging {
  readonly text?: string
  readonly state?: AccountState[]
  readonly component?: string
  readonly platform?: string
  readonly vacant?: true
  readonly unclaimed?: true
  readonly order?: (typeof ACCOUNT_ORDERS)[number]
}

/** Reads an address; what makes no sense is left out. */
export function readAccountSearch(raw: RawSearch): AccountSearch {
  return {
    text: textOf(raw['text']),
    state: choicesOf(ACCOUNT_STATES, raw['state']),
    component: textOf(raw['component']),
    platform: textOf(raw['platform']),
    vacant: flagOf(raw['vacant']),
    unclaimed: flagOf(raw['unclaimed']),
    order: choiceOf(ACCOUNT_ORDERS, raw['order']),
    ...readPaging(raw),
  }
}

/** The filter of the query behind an address. */
export function accountFilter({ text, state, component, platform, vacant, unclaimed }: AccountSearch) {
  return { text, state, component, platform, vacant, unclaimed }
}

/** Whether anything narrows the list. */
export function isFiltered(search: AccountSearch): boolean {
  return Object.values(accountFilter(search)).some((value) => value !== undefined)
}
