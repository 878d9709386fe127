import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import {
  createDirectory,
  type Directory,
  type DirectoryEntry,
} from '@official-accounts/domain/directory/directory'
import { parsePlatformRules } from '@official-accounts/domain/directory/parse-platform-rules'
import type { IdentityPlatform } from '@official-accounts/domain/directory/platform-rules'

const accountSelect = {
  id: true,
  slug: true,
  title: true,
  handle: true,
  canonicalKey: true,
  status: true,
  source: true,
  listedOn: true,
  officialSince: true,
  lastConfirmedOn: true,
  suspendedOn: true,
  retiredOn: true,
  platform: { select: { slug: true } },
  component: { select: { code: true } },
  successor: { select: { slug: true } },
  aliases: { select: { handle: true, canonicalKey: true, former: true, validFrom: true, validUntil: true } },
} as const

/** Everything `verify` needs, read from the public views: the same answers in the browser and here. */
export async function loadDirectory(client: PrismaClient, asOf: string): Promise<Directory> {
  const [accounts, platforms, archived] = await Promise.all([
    client.directoryAccount.findMany({ select: accountSelect, orderBy: { id: 'asc' } }),
    client.directoryPlatform.findMany({ where: { kind: 'PROFILE' }, orderBy: { slug: 'asc' } }),
    client.directoryArchivedListing.findMany({
      select: { canonicalKey: true, source: true, listedOn: true, platform: { select: { slug: true } } },
    }),
  ])
  return createDirectory({
    platforms: platforms.flatMap(identityPlatform),
    entries: accounts.flatMap(toEntries),
    archived: archived.map(({ platform, canonicalKey, source, listedOn }) => ({
      platform: platform.slug,
      key: canonicalKey,
      source,
      listedOn: listedOn.toISOString().slice(0, 10),
    })),
    asOf,
  })
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

type Row = Awaited<ReturnType<typeof accountRows>>[number]

function accountRows(client: PrismaClient) {
  return client.directoryAccount.findMany({ select: accountSelect })
}

function toEntries(row: Row): DirectoryEntry[] {
  const present: DirectoryEntry = {
    slug: row.slug,
    title: row.title,
    handle: row.handle,
    platform: row.platform.slug,
    key: row.canonicalKey,
    status: row.status,
    formerHandle: false,
    renamedTo: null,
    component: row.component.code,
    source: row.source,
    listedOn: day(row.listedOn),
    officialSince: day(row.officialSince),
    lastConfirmedOn: day(row.lastConfirmedOn),
    suspendedOn: day(row.suspendedOn),
    retiredOn: day(row.retiredOn),
    successor: row.successor?.slug ?? null,
    from: null,
    until: null,
  }
  const names = row.aliases.map((alias) => ({
    ...present,
    handle: alias.handle,
    key: alias.canonicalKey,
    formerHandle: alias.former,
    renamedTo: alias.former ? row.handle : null,
    from: day(alias.validFrom),
    until: day(alias.validUntil),
  }))
  return [present, ...names]
}

function day(date: Date | null): string | null {
  return date ? date.toISOString().slice(0, 10) : null
}
