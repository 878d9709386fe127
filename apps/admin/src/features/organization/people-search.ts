import { readPaging, type Paging } from '../../ui/paging.ts'
import { textOf, type RawSearch } from '../../ui/search-params.ts'

/** Which people the list shows. */
export interface PeopleSearch extends Paging {
  readonly text?: string
}

/** Reads the address of the list. */
export function readPeopleSearch(raw: RawSearch): PeopleSearch {
  return { text: textOf(raw['text']), ...readPaging(raw) }
}
