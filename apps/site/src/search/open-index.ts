import type { SearchState } from './search-state.ts'

/** What Pagefind says of one result once it has been read. */
export interface SearchResult {
  readonly url: string
  readonly meta: Readonly<Record<string, string>>
}

/** A result that has not been read yet. */
export interface UnreadResult {
  data(): Promise<SearchResult>
}

interface Pagefind {
  options(options: object): Promise<void>
  init(): Promise<void>
  search(
    words: string | null,
    options: { filters: SearchState['filters']; sort?: Record<string, 'asc'> },
  ): Promise<{ results: readonly UnreadResult[] }>
}

export type SearchIndex = (state: SearchState) => Promise<readonly UnreadResult[]>

// Whole names before longer ones that begin alike: CBP before CBPArizona. Pagefind's own value is 1.
const termSimilarity = 5

/** Loads the search of a folder. Fails when it cannot be loaded or its WebAssembly is not allowed to run. */
export async function openIndex(folder: string): Promise<SearchIndex> {
  // Made with the index after the pages, so the bundler must not look for it.
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${folder}pagefind.js`)
  // Addresses in the index begin at the root, and not at the folder of their language.
  await pagefind.options({ basePath: folder, baseUrl: '/', ranking: { termSimilarity } })
  await pagefind.init()
  return async function search({ words, filters }) {
    const isRanked = words !== ''
    const found = await pagefind.search(
      isRanked ? words : null,
      isRanked ? { filters } : { filters, sort: { handle: 'asc' } },
    )
    return found.results
  }
}
