import {
  ACCESS_KINDS,
  ACCESS_STATES,
  type AccessKind,
  type AccessState,
} from '@official-accounts/domain/access-grant/access-grant'
import { readPaging, type Paging } from '../../ui/paging.ts'
import { choiceOf, flagOf, textOf, type RawSearch } from '../../ui/search-params.ts'

/** Which records of access the list shows. */
export interface AccessSearch extends Paging {
  readonly kind?: AccessKind
  readonly state?: AccessState
  readonly mine?: true
}

/** Reads the address of the list; what makes no sense is left out. */
export function readAccessSearch(raw: RawSearch): AccessSearch {
  return {
    kind: choiceOf(ACCESS_KINDS, raw['kind']),
    state: choiceOf(ACCESS_STATES, raw['state']),
    mine: flagOf(raw['mine']),
    ...readPaging(raw),
  }
}

/** The account that access is asked for to manage, where the address names one by its global id. */
export function readAccessSubject(raw: RawSearch): { readonly account?: string } {
  return { account: textOf(raw['account']) }
}
