import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import {
  createDirectory,
  type ArchivedListing,
  type Directory,
  type DirectoryEntry,
} from '@official-accounts/domain/directory/directory'
import { parsePlatformRules } from '@official-accounts/domain/directory/parse-platform-rules'
import type { IdentityPlatform } from '@official-accounts/domain/directory/platform-rules'

/** Everything `verify` needs, read from the public views: the same answers in the browser and here. */
export async function loadDirectory(client: PrismaClient, asOf: string): Promise<Directory> {
  const [present, aliases, platforms, archived] = await Promise.all([
    readPresentNames(client),
    readAliases(client),
    client.directoryPlatform.findMany({
      where: { kind: 'PROFILE' },
      select: { slug: true, name: true, state: true, rules: true },
      orderBy: { slug: 'asc' },
    }),
    readArchived(client),
  ])
  const bySlug = new Map(present.map((entry) => [entry.slug, entry]))
  return createDirectory({
    platforms: platforms.flatMap(identityPlatform),
    entries: [...present, ...aliases.flatMap((alias) => aliasEntry(alias, bySlug))],
    archived,
    asOf,
  })
}

// Rows as `verify` takes them: tens of thousands, which would each pass through several layers of Prisma otherwise.
async function readPresentNames(client: PrismaClient): Promise<DirectoryEntry[]> {
  return client.$queryRaw<DirectoryEntry[]>`
    SELECT a.slug, a.title, a.handle, p.slug AS platform, a.canonical_key AS key, a.status::text AS status,
      false AS "formerHandle", NULL::text AS "renamedTo", c.code AS component, a.source,
      a.listed_on::text AS "listedOn", a.official_since::text AS "officialSince",
      a.last_confirmed_on::text AS "lastConfirmedOn", a.suspended_on::text AS "suspendedOn",
      CASE WHEN a.notice IS NOT NULL THEN jsonb_build_object('text', a.notice, 'language', a.notice_language,
        'since', a.notice_since) END AS notice,
      a.retired_on::text AS "retiredOn", s.slug AS successor, NULL::text AS "from", NULL::text AS "until"
    FROM directory_account a
    JOIN directory_platform p ON p.id = a.platform_id
    JOIN directory_component c ON c.id = a.component_id
    LEFT JOIN directory_account s ON s.id = a.successor_id
    ORDER BY a.id`
}

interface AliasRow {
  readonly slug: string
  readonly handle: string
  readonly key: string
  readonly former: boolean
  readonly from: string | null
  readonly until: string | null
}

async function readAliases(client: PrismaClient): Promise<AliasRow[]> {
  return client.$queryRaw<AliasRow[]>`
    SELECT a.slug, l.handle, l.canonical_key AS key, l.former, l.valid_from::text AS "from", l.valid_until::text AS "until"
    FROM directory_alias l JOIN directory_account a ON a.id = l.account_id ORDER BY l.id`
}

async function readArchived(client: PrismaClient): Promise<ArchivedListing[]> {
  return client.$queryRaw<ArchivedListing[]>`
    SELECT p.slug AS platform, r.canonical_key AS key, r.source, r.listed_on::text AS "listedOn"
    FROM directory_archived_listing r JOIN directory_platform p ON p.id = r.platform_id ORDER BY r.id`
}

function identityPlatform(row: {
  slug: string
  name: string
  state: string | null
  rules: unknown
}): IdentityPlatform[] {
  const { rules } = parsePlatformRules(row.rules)
  return rules ? [{ slug: row.slug, name: row.name, prohibited: row.state === 'PROHIBITED', rules }] : []
}

function aliasEntry(
  { slug, handle, key, former, from, until }: AliasRow,
  bySlug: ReadonlyMap<string, DirectoryEntry>,
): DirectoryEntry[] {
  const present = bySlug.get(slug)
  if (present === undefined) return []
  const renamedTo = former ? present.handle : null
  return [{ ...present, handle, key, formerHandle: former, renamedTo, from, until }]
}
