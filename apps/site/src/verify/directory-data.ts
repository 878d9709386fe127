import type { DirectoryData, DirectoryEntry } from '@official-accounts/domain/directory/directory'
import { parsePlatformRules } from '@official-accounts/domain/directory/parse-platform-rules'
import type { IdentityPlatform } from '@official-accounts/domain/directory/platform-rules'
import { noticeOf } from '../data/account-notice.ts'
import type { Account, DirectorySnapshot, Platform } from '../data/directory-model.ts'

/** What `verify` works with, from a snapshot; platforms without readable identity rules are left out, as in the server. */
export function directoryDataOf(snapshot: DirectorySnapshot): DirectoryData {
  const codes = new Map(snapshot.components.map((component) => [component.slug, component.code]))
  return {
    asOf: snapshot.status.asOf.slice(0, 10),
    platforms: snapshot.platforms.flatMap(identityPlatform),
    entries: snapshot.accounts.flatMap((account) =>
      entriesOf(account, codes.get(account.component.slug) ?? account.component.slug),
    ),
    archived: snapshot.archivedListings.map((listing) => ({
      platform: listing.platform.slug,
      key: listing.canonicalKey,
      source: listing.source,
      listedOn: listing.listedOn,
    })),
  }
}

function identityPlatform({ slug, name, state, rules }: Platform): IdentityPlatform[] {
  const parsed = parsePlatformRules(rules)
  return parsed.rules ? [{ slug, name, prohibited: state === 'PROHIBITED', rules: parsed.rules }] : []
}

function entriesOf(account: Account, component: string): DirectoryEntry[] {
  const present: DirectoryEntry = {
    slug: account.slug,
    title: account.title,
    handle: account.handle,
    platform: account.platform.slug,
    key: account.canonicalKey,
    status: account.status,
    formerHandle: false,
    renamedTo: null,
    component,
    source: account.source,
    listedOn: account.listedOn,
    officialSince: account.officialSince,
    lastConfirmedOn: account.lastConfirmedOn,
    suspendedOn: account.suspendedOn,
    notice: noticeOf(account),
    retiredOn: account.retiredOn,
    successor: account.successor?.slug ?? null,
    from: null,
    until: null,
  }
  const aliases = account.aliases.map((alias) => ({
    ...present,
    handle: alias.handle,
    key: alias.canonicalKey,
    formerHandle: alias.former,
    renamedTo: alias.former ? account.handle : null,
    from: alias.from,
    until: alias.until,
  }))
  return [present, ...aliases]
}
