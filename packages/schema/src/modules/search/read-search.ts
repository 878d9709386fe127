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
import { GraphQLError } from 'graphql'
import { findRecordId } from '../../command-field.ts'

const LARGEST_PAGE = 100
const LONGEST_TEXT = 200
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

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
  return UUID.test(small) ? small : findRecordId(text)
}

function writeCursor({ rank, kind, title, id }: SearchPlace): string {
  return Buffer.from(JSON.stringify([rank, kind, title, id])).toString('base64url')
}

function readCursor(cursor: string): SearchPlace {
  const [rank, kind, title, id] = cursorParts(cursor)
  const known = SEARCH_KINDS.find((one) => one === kind)
  if (typeof rank === 'number' && Number.isInteger(rank) && rank >= 0 && rank <= 4 && known !== undefined) {
    if (typeof title === 'string' && isStorable(title) && typeof id === 'string' && UUID.test(id))
      return { rank, kind: known, title, id }
  }
  throw badInput('after: this is no cursor of this list.')
}

function cursorParts(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}
