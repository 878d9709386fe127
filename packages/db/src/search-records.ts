import type { Reach } from '@official-accounts/domain/access/actor'
import { Prisma, type PrismaClient } from './generated/client/client.ts'
import { readSearchWords, type SearchWords } from './search-words.ts'

/** The kinds of records that are searched; of equal matches they come in this order. */
export const SEARCH_KINDS = ['COMPONENT', 'PLATFORM', 'ACCOUNT', 'PERSON', 'IMPORT', 'AUDIT_ENTRY'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** A record that was found. */
export interface SearchHit {
  readonly kind: SearchKind
  readonly id: string
  readonly title: string
  /** Its second name: a handle, a code, a work address; null without one. */
  readonly name: string | null
  readonly slug: string | null
  readonly state: string | null
  readonly componentCode: string | null
  readonly platformName: string | null
  /** Another name it was found by: an alias, what else it is called, a host. */
  readonly foundBy: string | null
  readonly rank: number
}

/** Where in the order of hits a page begins: the hit it follows. */
export type SearchPlace = Pick<SearchHit, 'rank' | 'kind' | 'title' | 'id'>

export interface SearchRequest {
  readonly text: string
  /** A record id somebody pasted, or null. */
  readonly id: string | null
  readonly kinds: readonly SearchKind[] | null
  readonly after: SearchPlace | null
  readonly take: number
}

/** What was found: a page of it, and how many of each kind in all. */
export interface SearchAnswer {
  readonly words: readonly string[]
  readonly hits: readonly SearchHit[]
  readonly counts: Readonly<Partial<Record<SearchKind, number>>>
}

/**
 * Finds every word of a text in the names of records, nearest first: equal to the text, beginning with it, with words
 * that begin so, with the words anywhere, found by another name. One statement, whatever is found; it shows and
 * counts what the actor may see and nothing else.
 */
export async function searchRecords(
  read: Pick<PrismaClient, '$queryRaw'>,
  reach: Reach,
  request: SearchRequest,
): Promise<SearchAnswer> {
  const words = readSearchWords(request.text)
  if (words === null) return { words: [], hits: [], counts: {} }
  const [row] = await read.$queryRaw<[{ hits: SearchHit[] | null; counts: SearchAnswer['counts'] | null }]>`
    WITH matched AS MATERIALIZED (${matched(words, request.id)}),
    found AS (${found(reach)}),
    hit AS MATERIALIZED (${ranked(words)})
    SELECT (SELECT jsonb_object_agg(kind, n) FROM (SELECT kind, count(*) AS n FROM hit GROUP BY kind) c) AS counts,
      (SELECT jsonb_agg(to_jsonb(p)) FROM (${page(request)}) p) AS hits`
  return { words: words.words, hits: row.hits ?? [], counts: row.counts ?? {} }
}

function matched({ patterns }: SearchWords, id: string | null): Prisma.Sql {
  const all = [...patterns]
  return Prisma.sql`
    SELECT kind, id, min(alias) AS alias, false AS by_id
    FROM search_matches(${all}::text[]) GROUP BY kind, id
    UNION ALL
    SELECT 'PLATFORM', p.id, NULL, false FROM platform p WHERE ' ' || lower(p.name || ' ' || p.slug || ' '
      || array_to_string(p.also_called, ' ') || ' '
      || coalesce((SELECT string_agg(h.host, ' ') FROM platform_host h WHERE h.platform_id = p.id), '')) LIKE ALL (${all})
    UNION ALL
    SELECT 'COMPONENT', c.id, NULL, false FROM component c
    WHERE ' ' || lower(c.name || ' ' || c.code || ' ' || c.slug) LIKE ALL (${all})
    UNION ALL
    SELECT 'IMPORT', m.id, NULL, false FROM migration m WHERE ' ' || lower(m.file_name) LIKE ALL (${all})
    UNION ALL
    SELECT kind, ${id}::uuid, NULL, true FROM unnest(${[...SEARCH_KINDS]}::text[]) kind
    WHERE ${id}::uuid IS NOT NULL`
}

// The first wall; the policies of the tables are the second. It says what visibility.ts says of lists.
function found(reach: Reach): Prisma.Sql {
  const all = reach.extent === 'SYSTEM' || reach.extent === 'DEPARTMENT'
  const own = Prisma.sql`= ANY (${[...reach.componentIds]}::uuid[])`
  const known = reach.extent !== 'PUBLIC'
  return Prisma.sql`
    SELECT m.kind, m.id, m.by_id, a.title, a.handle AS name, a.slug, a.state::text AS state, c.code AS component_code,
      p.name AS platform_name, m.alias AS found_by
    FROM matched m JOIN account a ON a.id = m.id JOIN component c ON c.id = a.component_id
      JOIN platform p ON p.id = a.platform_id
    WHERE m.kind = 'ACCOUNT' AND (${all} OR a.component_id ${own} OR (${known}
      AND a.use_category = 'PUBLIC_COMMUNICATION' AND a.state IN ('ACTIVE', 'SUSPENDED', 'RETIRING', 'RETIRED')))
    UNION ALL
    SELECT m.kind, m.id, m.by_id, p.display_name, p.email, NULL, p.state::text, c.code, NULL, NULL
    FROM matched m JOIN person p ON p.id = m.id LEFT JOIN component c ON c.id = p.component_id
    WHERE m.kind = 'PERSON' AND (${all} OR p.component_id ${own} OR p.id = ${reach.personId}::uuid)
    UNION ALL
    SELECT m.kind, m.id, m.by_id, p.name, p.slug, p.slug, p.state::text, NULL, NULL, array_to_string(p.also_called, ', ')
    FROM matched m JOIN platform p ON p.id = m.id WHERE m.kind = 'PLATFORM' AND ${known}
    UNION ALL
    SELECT m.kind, m.id, m.by_id, c.name, c.code, c.slug, NULL, c.code, NULL, NULL
    FROM matched m JOIN component c ON c.id = m.id WHERE m.kind = 'COMPONENT' AND ${known}
    UNION ALL
    SELECT m.kind, m.id, m.by_id, i.file_name, NULL, NULL, i.state::text, NULL, NULL, NULL
    FROM matched m JOIN migration i ON i.id = m.id WHERE m.kind = 'IMPORT' AND ${all}
    UNION ALL
    SELECT m.kind, m.id, m.by_id, e.action, NULL, NULL, e.outcome::text, c.code, NULL, NULL
    FROM matched m JOIN audit_entry e ON e.id = m.id LEFT JOIN component c ON c.id = e.chain_id
    WHERE m.kind = 'AUDIT_ENTRY' AND (${all} OR e.chain_id ${own})`
}

function ranked({ words, patterns, beginnings }: SearchWords): Prisma.Sql {
  const text = words.join(' ')
  return Prisma.sql`
    SELECT f.*, array_position(${[...SEARCH_KINDS]}::text[], f.kind) AS place, CASE
      WHEN f.by_id OR lower(f.title) = ${text} OR lower(f.name) = ${text} THEN 0
      WHEN starts_with(lower(f.title), ${text}) OR starts_with(lower(f.name), ${text}) THEN 1
      WHEN ' ' || lower(f.title || ' ' || coalesce(f.name, '')) LIKE ALL (${[...beginnings]}) THEN 2
      WHEN ' ' || lower(f.title || ' ' || coalesce(f.name, '')) LIKE ALL (${[...patterns]}) THEN 3
      ELSE 4 END AS rank
    FROM found f`
}

function page({ kinds, after, take }: SearchRequest): Prisma.Sql {
  const wanted = kinds === null ? Prisma.sql`true` : Prisma.sql`kind = ANY (${[...kinds]}::text[])`
  const later =
    after === null
      ? Prisma.sql`true`
      : Prisma.sql`(rank, place, title, id) >
          (${after.rank}::int, ${SEARCH_KINDS.indexOf(after.kind) + 1}::int, ${after.title}::text, ${after.id}::uuid)`
  return Prisma.sql`
    SELECT kind, id, title, name, slug, state, component_code AS "componentCode", platform_name AS "platformName",
      CASE WHEN rank = 4 THEN nullif(found_by, '') END AS "foundBy", rank
    FROM hit WHERE ${wanted} AND ${later} ORDER BY rank, place, title, id LIMIT ${take}`
}
