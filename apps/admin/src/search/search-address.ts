import { readPaging, type Paging } from '../ui/paging.ts'
import { choiceOf, textOf, type RawSearch } from '../ui/search-params.ts'
import { SEARCH_KINDS } from './hit-words.ts'
import type { SearchKind } from './search.documents.ts'

/** What a page of results shows. */
export interface SearchAddress extends Paging {
  readonly text?: string
  readonly kind?: SearchKind
}

/** Reads the address of a page of results; what makes no sense is left out. */
export function readSearchAddress(raw: RawSearch): SearchAddress {
  return {
    text: textOf(raw['text'])?.slice(0, 200),
    kind: choiceOf(SEARCH_KINDS, raw['kind']),
    ...readPaging(raw),
  }
}
