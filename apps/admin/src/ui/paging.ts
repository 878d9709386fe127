import type { RawSearch } from './search-params.ts'

/** How many rows a page of a list has. */
export const PAGE_SIZE = 50

/** Where in a list a page is: its number, and the cursors of the pages before it, the last of which it follows. */
export interface Paging {
  readonly page?: number
  readonly after?: string[]
}

// Lists are read forwards only, so the way back is kept; an address stays short enough for any server.
const LONGEST_TRAIL = 20

/**
 * Reads where in a list an address points; the first page for anything that makes no sense, which is then said to be
 * undefined: the router keeps what a reader leaves unmentioned.
 */
export function readPaging(raw: RawSearch): Paging {
  const after = [raw['after']]
    .flat()
    .filter((cursor) => typeof cursor === 'string')
    .slice(-LONGEST_TRAIL)
  const page = Number(raw['page'])
  return after.length > 0 && Number.isInteger(page) && page > 1 ? { page, after } : FIRST_PAGE
}

/** The page after this one. */
export function nextPage({ page = 1, after = [] }: Paging, endCursor: string): Paging {
  return { page: page + 1, after: [...after, endCursor].slice(-LONGEST_TRAIL) }
}

/** The page before this one; the first page where the way back is no longer known. */
export function previousPage({ page = 1, after = [] }: Paging): Paging {
  const before = after.slice(0, -1)
  return before.length > 0 ? { page: page - 1, after: before } : FIRST_PAGE
}

/** The beginning of a list; it clears what an address said. */
export const FIRST_PAGE: Paging = { page: undefined, after: undefined }

/** The cursor a page follows; null for the first. */
export function cursorOf({ after }: Paging): string | null {
  return after?.at(-1) ?? null
}

/** Where in a list a page is, in words. `total` null: nobody counts. */
export function pageWords({ page = 1 }: Paging, total: number | null): string {
  const pages = total === null ? null : Math.max(1, Math.ceil(total / PAGE_SIZE))
  // What was added or removed meanwhile may have moved the end.
  return pages === null || page > pages
    ? `Page ${page}`
    : `Page ${page.toLocaleString('en-US')} of ${pages.toLocaleString('en-US')}`
}

/** Which rows a page shows, in words. `total` null: not known. */
export function rangeWords({ page = 1 }: Paging, shown: number, total: number | null): string {
  const first = (page - 1) * PAGE_SIZE + 1
  const range = shown === 0 ? 'none' : `${first}–${first + shown - 1}`
  return total === null ? `Showing ${range}` : `Showing ${range} of ${total.toLocaleString('en-US')}`
}
