import { readListSearch, type ListSearch } from '../../list/list-search.ts'
import { choicesOf, type RawSearch } from '../../ui/search-params.ts'

/** Where an import stands. */
export const IMPORT_STATES = ['SUBMITTED', 'APPROVED', 'DENIED', 'APPLIED'] as const

const IMPORT_ORDERS = ['NEWEST', 'OLDEST'] as const
export type ImportOrder = (typeof IMPORT_ORDERS)[number]

/** The columns the list of imports has. */
export const IMPORT_COLUMNS = ['fileName', 'state', 'rows', 'submittedAt'] as const

/** Which imports the list shows. */
export interface ImportListSearch extends ListSearch<ImportOrder> {
  readonly state?: (typeof IMPORT_STATES)[number][]
}

/** Reads the address of the list; what makes no sense is left out. */
export function readImportListSearch(raw: RawSearch): ImportListSearch {
  return {
    state: choicesOf(IMPORT_STATES, raw['state']),
    ...readListSearch(raw, IMPORT_ORDERS, IMPORT_COLUMNS),
  }
}
