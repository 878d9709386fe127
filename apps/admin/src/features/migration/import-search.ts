import { readPaging, type Paging } from '../../ui/paging.ts'
import { choiceOf, flagOf, type RawSearch } from '../../ui/search-params.ts'

/** What can become of an imported row. */
export const ROW_OUTCOMES = ['CREATED', 'UPDATED', 'UNCHANGED', 'DUPLICATE', 'HELD', 'REJECTED'] as const

/** Which rows of an import its page shows. */
export interface ImportSearch extends Paging {
  readonly outcome?: (typeof ROW_OUTCOMES)[number]
  readonly unresolved?: true
}

/** Reads the address of an import's page; what makes no sense is left out. */
export function readImportSearch(raw: RawSearch): ImportSearch {
  return {
    outcome: choiceOf(ROW_OUTCOMES, raw['outcome']),
    unresolved: flagOf(raw['unresolved']),
    ...readPaging(raw),
  }
}

/** Which rows of a preview its page shows; `page` counts from 1. */
export interface PreviewSearch {
  readonly outcome?: (typeof ROW_OUTCOMES)[number]
  readonly page?: number
}

/** Reads the address of a preview; what makes no sense is left out. */
export function readPreviewSearch(raw: RawSearch): PreviewSearch {
  const page = Number(raw['page'])
  return {
    outcome: choiceOf(ROW_OUTCOMES, raw['outcome']),
    page: Number.isInteger(page) && page > 1 ? page : undefined,
  }
}
