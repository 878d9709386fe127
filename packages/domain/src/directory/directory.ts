import { createLookalikeIndex, type LookalikeIndex } from './lookalike.ts'
import type { IdentityPlatform } from './platform-rules.ts'

export type DirectoryStatus = 'OFFICIAL' | 'SUSPENDED' | 'FORMERLY_OFFICIAL'

/**
 * What the public may know of one name of one account; plain JSON. An account has one entry for its
 * present handle and one for each alias. Dates are `YYYY-MM-DD`; null means not known.
 */
export interface DirectoryEntry {
  /** The account's own slug, the same in the entries of its aliases. */
  readonly slug: string
  readonly title: string
  readonly handle: string
  /** The platform's slug. */
  readonly platform: string
  readonly key: string
  readonly status: DirectoryStatus
  /** A released handle: anyone may hold it today, so it never answers OFFICIAL for today. */
  readonly formerHandle: boolean
  readonly renamedTo: string | null
  readonly component: string
  /** The external register an imported account was listed in, and when; null for one approved here. */
  readonly source: string | null
  readonly listedOn: string | null
  readonly officialSince: string | null
  readonly lastConfirmedOn: string | null
  readonly suspendedOn: string | null
  readonly retiredOn: string | null
  /** What the department tells of an incident until its recovery is done, in its own language. */
  readonly notice: DirectoryNotice | null
  /** Slug of the account that took over. */
  readonly successor: string | null
  /** When an alias was in use; `until` is the first day on which it was not. */
  readonly from: string | null
  readonly until: string | null
}

/** What the public is told of an incident. */
export interface DirectoryNotice {
  readonly text: string
  /** A language tag. */
  readonly language: string
  readonly since: string
}

/** A register's archived row: history, not proof, and no entry of the directory. */
export interface ArchivedListing {
  readonly platform: string
  readonly key: string
  readonly source: string
  readonly listedOn: string
}

export interface DirectoryData {
  readonly platforms: readonly IdentityPlatform[]
  readonly entries: readonly DirectoryEntry[]
  readonly archived: readonly ArchivedListing[]
  /** The day the data speaks of; later days are not answered. Null: no bound. */
  readonly asOf: string | null
}

/** What `verify` asks. */
export interface Directory {
  readonly platforms: readonly IdentityPlatform[]
  find(platform: string, key: string): DirectoryEntry | undefined
  archived(platform: string, key: string): ArchivedListing | undefined
  readonly lookalikes: LookalikeIndex<DirectoryEntry>
  /** The earliest day anything is known of, and the latest; null when there is none. */
  readonly firstKnownOn: string | null
  readonly asOf: string | null
}

/** Indexes directory data for `verify`; the server and the browser do the same with the same data. */
export function createDirectory(data: DirectoryData): Directory {
  const entries = new Map<string, DirectoryEntry>()
  for (const entry of data.entries) {
    const held = entries.get(identity(entry))
    // A handle released once and taken up again belongs to its present holder.
    if (!held || (held.formerHandle && !entry.formerHandle)) entries.set(identity(entry), entry)
  }
  const archived = new Map(data.archived.map((listing) => [identity(listing), listing]))
  return {
    platforms: data.platforms,
    find: (platform, key) => entries.get(identity({ platform, key })),
    archived: (platform, key) => archived.get(identity({ platform, key })),
    lookalikes: createLookalikeIndex(data.entries),
    firstKnownOn: data.entries.map(firstKnownDate).reduce(earlier, null),
    asOf: data.asOf,
  }
}

function identity({ platform, key }: { readonly platform: string; readonly key: string }): string {
  return `${platform} ${key}`
}

/** The first day on which the entry says anything, or null. An alias speaks from its own first day. */
export function firstKnownDate(entry: DirectoryEntry): string | null {
  return entry.from ?? earlier(entry.listedOn, entry.officialSince)
}

/** The earlier of two dates, of which either may be unknown. */
export function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
