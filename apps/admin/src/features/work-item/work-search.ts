import { readPaging, type Paging } from '../../ui/paging.ts'
import { textOf, type RawSearch } from '../../ui/search-params.ts'

/** Which part of somebody's work is shown. */
export interface WorkSearch extends Paging {
  readonly queue?: string
}

/** Reads the address of the list of work. */
export function readWorkSearch(raw: RawSearch): WorkSearch {
  return { queue: textOf(raw['queue']), ...readPaging(raw) }
}
