import {
  DELEGATION_KINDS,
  DELEGATION_STANDINGS,
  type DelegationKind,
  type DelegationStanding,
} from '@official-accounts/domain/delegation/delegation'
import { readPaging, type Paging } from '../../ui/paging.ts'
import { choiceOf, textOf, type RawSearch } from '../../ui/search-params.ts'

/** Which records of delegation the list shows. */
export interface DelegationSearch extends Paging {
  readonly kind?: DelegationKind
  readonly standing?: DelegationStanding
}

/** Reads the address of the list; what makes no sense is left out. */
export function readDelegationSearch(raw: RawSearch): DelegationSearch {
  return {
    kind: choiceOf(DELEGATION_KINDS, raw['kind']),
    standing: choiceOf(DELEGATION_STANDINGS, raw['standing']),
    ...readPaging(raw),
  }
}

/** The account a delegation is recorded for, where the address names one by its global id. */
export function readDelegationSubject(raw: RawSearch): { readonly account?: string } {
  return { account: textOf(raw['account']) }
}
