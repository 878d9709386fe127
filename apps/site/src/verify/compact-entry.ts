import type { DirectoryEntry } from '@official-accounts/domain/directory/directory'

const absent = {
  formerHandle: false,
  renamedTo: null,
  source: null,
  listedOn: null,
  officialSince: null,
  lastConfirmedOn: null,
  suspendedOn: null,
  retiredOn: null,
  successor: null,
  from: null,
  until: null,
} as const satisfies Partial<DirectoryEntry>

/** An entry without the fields that say nothing. */
export type CompactEntry = Omit<DirectoryEntry, keyof typeof absent> & Partial<DirectoryEntry>

/** Leaves out what is null or false. */
export function compactEntry({
  slug,
  title,
  handle,
  platform,
  key,
  status,
  component,
  ...rest
}: DirectoryEntry): CompactEntry {
  const said = Object.entries(rest).filter(([, value]) => value !== null && value !== false)
  return { slug, title, handle, platform, key, status, component, ...Object.fromEntries(said) }
}

/** Puts back what was left out. */
export function expandEntry(entry: CompactEntry): DirectoryEntry {
  return { ...absent, ...entry }
}
