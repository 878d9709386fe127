import { CLAUSE_IDS, type ClauseId } from '@official-accounts/domain/directive/clauses'
import { readPaging, type Paging } from '../../ui/paging.ts'
import { choiceOf, type RawSearch } from '../../ui/search-params.ts'

/** Whether a finding still holds. */
export const FINDING_STATES = ['OPEN', 'CLOSED'] as const

/** Which findings the list shows. */
export interface FindingSearch extends Paging {
  readonly state?: (typeof FINDING_STATES)[number]
  readonly clause?: ClauseId
}

/** Reads the address of the list; what makes no sense is left out. */
export function readFindingSearch(raw: RawSearch): FindingSearch {
  return {
    state: choiceOf(FINDING_STATES, raw['state']),
    clause: choiceOf(CLAUSE_IDS, raw['clause']),
    ...readPaging(raw),
  }
}
