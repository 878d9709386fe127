import { readPaging, type Paging } from '../ui/paging.ts'
import { choiceOf, stringifySearch, textOf, type RawSearch } from '../ui/search-params.ts'

/** What an address says of any list beside its filters. */
export interface ListSearch<Order extends string = string> extends Paging {
  readonly order?: Order
  /** The columns shown, in this order; the list's own choice when not given. */
  readonly columns?: string[]
  readonly density?: 'compact'
  /** The saved view that was opened, by its global id. */
  readonly view?: string
}

/** Reads what an address says of a list beside its filters; what makes no sense is left out. */
export function readListSearch<Order extends string>(
  raw: RawSearch,
  orders: readonly Order[],
  columns: readonly string[],
): ListSearch<Order> {
  return {
    order: choiceOf(orders, raw['order']),
    columns: readColumns(raw['columns'], columns),
    density: choiceOf(['compact'], raw['density']),
    view: textOf(raw['view']),
    ...readPaging(raw),
  }
}

// Unlike a filter's values, columns keep the order they were given in.
function readColumns(value: unknown, known: readonly string[]): string[] | undefined {
  const given = [value].flat().filter((part) => typeof part === 'string' && known.includes(part))
  const columns = [...new Set(given)].filter((part) => typeof part === 'string')
  return columns.length > 0 ? columns : undefined
}

/** A part of an address that its list did not understand. */
export interface IgnoredPart {
  readonly name: string
  readonly value: string
}

/**
 * What stood in an address and not in what was read of it: a filter that no longer exists, a value a newer version
 * does not know. An old view opens all the same, and says what it left out.
 */
export function ignoredParts(address: string, read: object): readonly IgnoredPart[] {
  const understood = [...new URLSearchParams(stringifySearch({ ...read }))]
  return [...new URLSearchParams(address)]
    .filter(([name, value]) => value.trim() !== '' && name !== 'page' && name !== 'after')
    .filter(
      ([name, value]) =>
        !understood.some(([knownName, known]) => name === knownName && known === value.trim()),
    )
    .map(([name, value]) => ({ name, value }))
}

/** The same of an address that the router has read: it keeps what no reader mentions. */
export function unmentionedParts(search: object, read: (raw: RawSearch) => object): readonly IgnoredPart[] {
  const raw: RawSearch = Object.fromEntries(Object.entries(search))
  return ignoredParts(stringifySearch(raw), read(raw))
}
