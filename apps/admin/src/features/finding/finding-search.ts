import { SEVERITIES, type Severity } from '@official-accounts/domain/compliance/compliance'
import { CLAUSE_IDS, type ClauseId } from '@official-accounts/domain/directive/clauses'
import { readListSearch, type ListSearch } from '../../list/list-search.ts'
import { choiceOf, textOf, type RawSearch } from '../../ui/search-params.ts'

/** Whether a finding still holds. */
export const FINDING_STATES = ['OPEN', 'CLOSED'] as const

const FINDING_ORDERS = ['NEWEST', 'OLDEST', 'CLAUSE', 'CLAUSE_DESC', 'COMPONENT', 'COMPONENT_DESC'] as const
export type FindingOrder = (typeof FINDING_ORDERS)[number]

/** The columns the list of findings has. */
export const FINDING_COLUMNS = [
  'detail',
  'account',
  'component',
  'clause',
  'severity',
  'state',
  'openedAt',
  'closedAt',
] as const

/** Which findings the list shows. */
export interface FindingSearch extends ListSearch<FindingOrder> {
  readonly state?: (typeof FINDING_STATES)[number]
  readonly clause?: ClauseId
  readonly component?: string
  readonly severity?: Severity
}

/** Reads the address of the list; what makes no sense is left out. */
export function readFindingSearch(raw: RawSearch): FindingSearch {
  return {
    state: choiceOf(FINDING_STATES, raw['state']),
    clause: choiceOf(CLAUSE_IDS, raw['clause']),
    component: textOf(raw['component']),
    severity: choiceOf(SEVERITIES, raw['severity']),
    ...readListSearch(raw, FINDING_ORDERS, FINDING_COLUMNS),
  }
}

/** What a finding is to be opened about: an account or a platform, by its global id; nothing for a component. */
export function readFindingSubject(raw: RawSearch): {
  readonly account?: string
  readonly platform?: string
} {
  return { account: textOf(raw['account']), platform: textOf(raw['platform']) }
}
