import type { DirectoryEntry } from './directory.ts'

/** An entry of which only what a test is about needs to be said: official, approved here, no dates. */
export function entryOf(
  known: Partial<DirectoryEntry> & Pick<DirectoryEntry, 'platform' | 'key'>,
): DirectoryEntry {
  return {
    slug: `${known.platform}-${known.key}`,
    title: known.key,
    handle: known.key,
    status: 'OFFICIAL',
    formerHandle: false,
    renamedTo: null,
    component: 'FEMA',
    source: null,
    listedOn: null,
    officialSince: null,
    lastConfirmedOn: null,
    suspendedOn: null,
    notice: null,
    retiredOn: null,
    successor: null,
    from: null,
    until: null,
    ...known,
  }
}
