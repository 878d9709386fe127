import { CLAUSE_IDS, type ClauseId } from '@official-accounts/domain/directive/clauses'
import { EXCEPTION_STANDINGS, type ExceptionStanding } from '@official-accounts/domain/exception/exception'
import { readPaging, type Paging } from '../../ui/paging.ts'
import { choiceOf, textOf, type RawSearch } from '../../ui/search-params.ts'

/** Which exceptions the list shows. */
export interface ExceptionSearch extends Paging {
  readonly standing?: ExceptionStanding
  readonly clause?: ClauseId
}

/** Reads the address of the list; what makes no sense is left out. */
export function readExceptionSearch(raw: RawSearch): ExceptionSearch {
  return {
    standing: choiceOf(EXCEPTION_STANDINGS, raw['standing']),
    clause: choiceOf(CLAUSE_IDS, raw['clause']),
    ...readPaging(raw),
  }
}

/** For which account an exception is asked for, where the address names one by its global id. */
export function readExceptionSubject(raw: RawSearch): { readonly account?: string } {
  return { account: textOf(raw['account']) }
}
