import { firstKnownDate, type DirectoryEntry, type DirectoryStatus } from './directory.ts'

export type Standing =
  | { readonly status: DirectoryStatus; readonly knownFrom: null }
  /** The day asked about is before anything is known of the entry. */
  | { readonly status: null; readonly knownFrom: string }

/** How an entry stood on a day, or stands today when none is given. */
export function standingOn(entry: DirectoryEntry, on: string | undefined): Standing {
  const knownFrom = firstKnownDate(entry)
  if (on !== undefined && knownFrom !== null && on < knownFrom) return { status: null, knownFrom }
  return { status: statusOn(entry, on), knownFrom: null }
}

function statusOn(entry: DirectoryEntry, on: string | undefined): DirectoryStatus {
  if (entry.formerHandle && !isBefore(on, entry.until)) return 'FORMERLY_OFFICIAL'
  if (entry.status === 'FORMERLY_OFFICIAL' && !isBefore(on, entry.retiredOn)) return 'FORMERLY_OFFICIAL'
  // A present OFFICIAL outweighs the date of a suspension that was lifted.
  const wasSuspended = entry.status !== 'OFFICIAL' && entry.suspendedOn !== null
  return (entry.status === 'SUSPENDED' || wasSuspended) && !isBefore(on, entry.suspendedOn)
    ? 'SUSPENDED'
    : 'OFFICIAL'
}

// Without a day asked about, and without a known end, the present state holds.
function isBefore(on: string | undefined, end: string | null): boolean {
  return on !== undefined && end !== null && on < end
}
