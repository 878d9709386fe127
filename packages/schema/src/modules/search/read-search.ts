import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import {
  SEARCH_KINDS,
  searchRecords,
  type SearchHit,
  type SearchKind,
  type SearchPlace,
} from '@official-accounts/db/search-records'
import { readReach, type Actor } from '@official-accounts/domain/access/actor'
import { isStorable } from '@official-accounts/domain/storable-text'
import { isRecordId } from '@official-accounts/domain/record-id'
import { badInput } from '../../bad-input.ts'
import { decodeCursor, encodeCursor, noCursor } from '../../cursor.ts'
import { findRecordId } from '../../command-field.ts'

const LARGEST_PAGE = 100
const LONGEST_TEXT = 200
/** What to look for, and which page of it. */
export interface SearchQuery {
  readonly text: string
  readonly kinds: readonly SearchKind[] | null
  readonly first: number
  readonly after: string | null
}

/** A page of what was found. */
export interface SearchPage {
  readonly words: readonly string[]
  readonly hits: readonly SearchHit[]
  readonly counts: readonly { readonly kind: SearchKind; readonly count: number }[]
  readonly totalCount: number
  readonly hasNextPage: boolean
  readonly endCursor: string | null
}

/**
 * Searches as somebody, in one statement.
 *
 * @throws GraphQLError BAD_USER_INPUT for a size outside 1 to 100, a text too long, or a broken cursor
 */
export async function readSearch(
  read: PrismaClient,
  actor: Actor,
  { text, kinds, first, after }: SearchQuery,
): Promise<SearchPage> {
  if (first < 1 || first > LARGEST_PAGE) throw badInput(`first: between 1 and ${LARGEST_PAGE}.`)
  if (text.length > LONGEST_TEXT) throw badInput(`text: at most ${LONGEST_TEXT} characters.`)
  if (!isStorable(text)) throw badInput('text: it holds characters that no record has.')
  const { words, hits, counts } = await searchRecords(read, readReach(actor), {
    text,
    id: pastedId(text.trim()),
    kinds,
    after: after === null ? null : readCursor(after),
    take: first + 1,
  })
  const shown = hits.slice(0, first)
  const last = shown.at(-1)
  const counted = SEARCH_KINDS.flatMap((kind) => {
    const count = counts[kind]
    return count === undefined ? [] : [{ kind, count }]
  })
  return {
    words,
    hits: shown,
    counts: counted,
    totalCount: counted.reduce(
      (sum, { kind, count }) => ((kinds?.includes(kind) ?? true) ? sum + count : sum),
      0,
    ),
    hasNextPage: hits.length > first,
    endCursor: last === undefined ? null : writeCursor(last),
  }
}

function pastedId(text: string): string | null {
  const small = text.toLowerCase()
  return isRecordId(small) ? small : findRecordId(text)
}

function writeCursor({ rank, kind, title, id }: SearchPlace): string {
  return encodeCursor([rank, kind, title, id])
}

function readCursor(cursor: string): SearchPlace {
  const [rank, kind, title, id] = decodeCursor(cursor)
  const known = SEARCH_KINDS.find((one) => one === kind)
  if (typeof rank === 'number' && Number.isInteger(rank) && rank >= 0 && rank <= 4 && known !== undefined) {
    if (typeof title === 'string' && isStorable(title) && typeof id === 'string' && isRecordId(id))
      return { rank, kind: known, title, id }
  }
  throw noCursor()
}
