import {
  ACCOUNT_STATES,
  STATED_USES,
  type AccountState,
  type StatedUse,
} from '@official-accounts/domain/account/account'
import { readListSearch, type ListSearch } from '../../list/list-search.ts'
import { choiceOf, choicesOf, flagOf, textOf, type RawSearch } from '../../ui/search-params.ts'

/** In which orders the list of accounts comes; by platform and handle when not said. */
export const ACCOUNT_ORDERS = [
  'SLUG',
  'SLUG_DESC',
  'TITLE',
  'TITLE_DESC',
  'COMPONENT',
  'COMPONENT_DESC',
  'STATE',
  'STATE_DESC',
  'CLAIM_BY',
  'CLAIM_BY_DESC',
  'RECENTLY_CHANGED',
  'LONGEST_UNCHANGED',
] as const
export type AccountOrder = (typeof ACCOUNT_ORDERS)[number]

/** The columns the list of accounts has. */
export const ACCOUNT_COLUMNS = [
  'title',
  'handle',
  'component',
  'status',
  'claimBy',
  'changedAt',
  'observedStatus',
  'useCategory',
  'language',
  'source',
  'lastConfirmedOn',
] as const

/** Which accounts are meant: the part of an address that dry runs of bulk actions have as well. */
export interface AccountConditions {
  readonly text?: string
  readonly state?: AccountState[]
  readonly component?: string
  readonly platform?: string
  readonly useCategory?: StatedUse
  readonly language?: string
  readonly topic?: string
  /** A person who answers for them, by global id. */
  readonly contact?: string
  /** A certification that asks about them, by global id. */
  readonly certification?: string
  readonly vacant?: true
  readonly unclaimed?: true
  readonly underPlatformReview?: true
}

/** Which accounts the list shows, in which order and from where: all of it is in the address. */
export interface AccountSearch extends AccountConditions, ListSearch<AccountOrder> {}

/** Reads an address; what makes no sense is left out. */
export function readAccountSearch(raw: RawSearch): AccountSearch {
  return { ...readAccountConditions(raw), ...readListSearch(raw, ACCOUNT_ORDERS, ACCOUNT_COLUMNS) }
}

/** Reads which accounts an address means. */
export function readAccountConditions(raw: RawSearch): AccountConditions {
  return {
    text: textOf(raw['text']),
    state: choicesOf(ACCOUNT_STATES, raw['state']),
    component: textOf(raw['component']),
    platform: textOf(raw['platform']),
    useCategory: choiceOf(STATED_USES, raw['useCategory']),
    language: textOf(raw['language']),
    topic: textOf(raw['topic']),
    contact: textOf(raw['contact']),
    certification: textOf(raw['certification']),
    vacant: flagOf(raw['vacant']),
    unclaimed: flagOf(raw['unclaimed']),
    underPlatformReview: flagOf(raw['underPlatformReview']),
  }
}

/** The filter of the query behind an address. */
export function accountFilter(search: AccountConditions): AccountConditions {
  return readAccountConditions({ ...search })
}

/** Whether anything narrows the list. */
export function isFiltered(search: AccountConditions): boolean {
  return Object.values(accountFilter(search)).some((value) => value !== undefined)
}
