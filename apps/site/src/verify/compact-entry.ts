import type { ArchivedListing, DirectoryEntry } from '@official-accounts/domain/directory/directory'

const absent = {
  formerHandle: false,
  renamedTo: null,
  listedOn: null,
  officialSince: null,
  lastConfirmedOn: null,
  suspendedOn: null,
  notice: null,
  retiredOn: null,
  successor: null,
  from: null,
  until: null,
} as const satisfies Partial<DirectoryEntry>

type Said = 'slug' | 'handle' | 'platform' | 'component'

/** An entry without the fields that say nothing; `source` is a place in the list of sources. */
export type CompactEntry = Pick<DirectoryEntry, Said> &
  Partial<Omit<DirectoryEntry, Said | 'source'>> & { readonly source?: number }

/** An archived row; `source` is a place in the list of sources. */
export type CompactListing = Omit<ArchivedListing, 'source'> & { readonly source: number }

/** Leaves out what is null, false or the usual: OFFICIAL, the handle as title, its lower case as key. */
export function compactEntry(
  { slug, handle, platform, component, title, key, status, source, ...rest }: DirectoryEntry,
  sources: readonly string[],
): CompactEntry {
  const said = Object.entries(rest).filter(([, value]) => value !== null && value !== false)
  return {
    slug,
    handle,
    platform,
    component,
    ...(title === handle ? {} : { title }),
    ...(key === handle.toLowerCase() ? {} : { key }),
    ...(status === 'OFFICIAL' ? {} : { status }),
    ...(source === null ? {} : { source: sources.indexOf(source) }),
    ...Object.fromEntries(said),
  }
}

/** Puts back what was left out. */
export function expandEntry({ source, ...entry }: CompactEntry, sources: readonly string[]): DirectoryEntry {
  return {
    ...absent,
    title: entry.handle,
    key: entry.handle.toLowerCase(),
    status: 'OFFICIAL',
    ...entry,
    source: source === undefined ? null : (sources[source] ?? null),
  }
}

/** Names the source of an archived row by its place. */
export function compactListing(listing: ArchivedListing, sources: readonly string[]): CompactListing {
  return { ...listing, source: sources.indexOf(listing.source) }
}

/** Names the source in words again. */
export function expandListing(listing: CompactListing, sources: readonly string[]): ArchivedListing {
  return { ...listing, source: sources[listing.source] ?? '' }
}
