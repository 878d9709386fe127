import { useQuery } from 'urql'
import { QuickSearchQuery, type SearchHit } from './search.documents.ts'
import { useSettled } from './use-settled.ts'

/** The few nearest records to what somebody is typing. */
export interface QuickSearch {
  /** What these hits were asked with. */
  readonly text: string
  readonly hits: readonly SearchHit[]
  readonly words: readonly string[]
  readonly totalCount: number
  readonly state: 'IDLE' | 'SEARCHING' | 'DONE' | 'FAILED'
}

const FEWEST_LETTERS = 2
const LONGEST_TEXT = 200

/** Searches as somebody types, once they pause. */
export function useQuickSearch(typed: string): QuickSearch {
  const text = typed.trim().slice(0, LONGEST_TEXT)
  const settled = useSettled(text)
  const tooShort = text.length < FEWEST_LETTERS
  const [{ data, error, fetching }] = useQuery({
    query: QuickSearchQuery,
    variables: { text: settled },
    pause: tooShort || settled.length < FEWEST_LETTERS,
    requestPolicy: 'cache-first',
  })
  const search = data?.search
  const shared = { text: settled, hits: search?.hits ?? [], words: search?.words ?? [] }
  if (tooShort) return { ...shared, hits: [], totalCount: 0, state: 'IDLE' }
  if (fetching || settled !== text) {
    const hits = shared.hits.filter((hit) => stillMatches(hit, text))
    return { ...shared, hits, totalCount: hits.length, state: 'SEARCHING' }
  }
  if (error) return { ...shared, hits: [], totalCount: 0, state: 'FAILED' }
  return { ...shared, totalCount: search?.totalCount ?? 0, state: 'DONE' }
}

// While the next answer is on its way, the last one shows only what still has every word.
function stillMatches({ title, name, foundBy }: SearchHit, text: string): boolean {
  const names = `${title} ${name ?? ''} ${foundBy ?? ''}`.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => names.includes(word))
}
