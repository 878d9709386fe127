import type { SearchFilter } from './search-tags.ts'

/** What is searched for: words, and at most one value of each filter. */
export interface SearchState {
  readonly words: string
  readonly filters: Readonly<Partial<Record<SearchFilter, string>>>
}

/** Reads the state from the query of an address; `known` are the values that can be chosen. */
export function readSearchState(
  query: URLSearchParams,
  known: Readonly<Record<SearchFilter, readonly string[]>>,
): SearchState {
  const filters: Partial<Record<SearchFilter, string>> = {}
  for (const name of filterNames) {
    const value = query.get(name)
    if (value !== null && known[name].includes(value)) filters[name] = value
  }
  return { words: (query.get('q') ?? '').trim().slice(0, longestWords), filters }
}

/** The query of the address that shows the state again, without what is not set. */
export function writeSearchState({ words, filters }: SearchState): string {
  const query = new URLSearchParams(words === '' ? {} : { q: words })
  for (const name of filterNames) {
    const value = filters[name]
    if (value !== undefined) query.set(name, value)
  }
  return query.toString()
}

/** Nothing is searched for: every page would be a result. */
export function isEmptySearch({ words, filters }: SearchState): boolean {
  return words === '' && Object.keys(filters).length === 0
}

/** The words could be an address or a handle, which `/verify/` answers exactly. */
export function looksLikeAddress(words: string): boolean {
  return /^@\S+$|^\S+\.\S+\/\S*$|^https?:\/\//.test(words)
}

const filterNames = ['component', 'platform', 'language', 'topic', 'status'] as const satisfies SearchFilter[]
const longestWords = 200
