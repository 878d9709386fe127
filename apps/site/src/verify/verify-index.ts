import { createDirectory, type DirectoryData } from '@official-accounts/domain/directory/directory'
import { entryTerms } from '@official-accounts/domain/directory/directory-terms'
import type { IdentityPlatform } from '@official-accounts/domain/directory/platform-rules'
import type { SiteFile } from '../data/site-file.ts'
import { bucketName, bucketNames } from './bucket-name.ts'
import type { CompactEntry, CompactListing } from './compact-entry.ts'
import { compactEntry, compactListing } from './compact-entry.ts'

interface VerifyIndexHead {
  readonly asOf: string | null
  readonly firstKnownOn: string | null
  readonly platforms: readonly IdentityPlatform[]
  readonly sources: readonly string[]
}

/** What `/verify/index.json` holds: the whole directory while it is small, else how to find the part an input needs. */
export type VerifyIndex = VerifyIndexHead &
  (
    | {
        readonly kind: 'WHOLE'
        readonly entries: readonly CompactEntry[]
        readonly archived: readonly CompactListing[]
      }
    | { readonly kind: 'BUCKETS'; readonly prefixLength: number }
  )

/** What `/verify/buckets/<name>.json` holds. The number of an entry is its place in the directory. */
export interface VerifyBucket {
  readonly entries: readonly (readonly [number, CompactEntry])[]
  readonly archived: readonly CompactListing[]
}

const largestWhole = 100_000
// Each name stands in about six buckets; a bucket should stay small enough to be read at once.
const copies = 6
const usualBucket = 8_000
const longestPrefix = 3

/** The files from which a browser checks accounts by itself, `largest` being what a whole index may have in bytes. */
export function verifyFiles(data: DirectoryData, largest = largestWhole): SiteFile[] {
  const sources = [...new Set([...data.entries, ...data.archived].flatMap(({ source }) => source ?? []))]
  const head: VerifyIndexHead = {
    asOf: data.asOf,
    firstKnownOn: createDirectory(data).firstKnownOn,
    platforms: data.platforms,
    sources,
  }
  const entries = data.entries.map((entry) => compactEntry(entry, sources))
  const archived = data.archived.map((listing) => compactListing(listing, sources))
  const whole = indexFile({ kind: 'WHOLE', ...head, entries, archived })
  const size = new TextEncoder().encode(whole.content).length
  if (size <= largest) return [whole]
  const prefixLength = prefixFor(size)
  const index = indexFile({ kind: 'BUCKETS', ...head, prefixLength })
  return [index, ...bucketFiles(data, { entries, archived }, prefixLength)]
}

function indexFile(index: VerifyIndex): SiteFile {
  return { path: 'verify/index.json', content: JSON.stringify(index) }
}

function prefixFor(size: number): number {
  const buckets = (size * copies) / usualBucket
  return Math.min(longestPrefix, Math.max(1, Math.ceil(Math.log(buckets) / Math.log(16))))
}

function bucketFiles(
  data: DirectoryData,
  compact: { entries: readonly CompactEntry[]; archived: readonly CompactListing[] },
  prefixLength: number,
): SiteFile[] {
  const buckets = new Map(
    bucketNames(prefixLength).map((name) => [
      name,
      { entries: new Array<string>(), archived: new Array<string>() },
    ]),
  )
  for (const [place, { key }] of data.entries.entries()) {
    const text = JSON.stringify([place, compact.entries[place]])
    for (const name of namesOf(entryTerms(key), prefixLength)) buckets.get(name)?.entries.push(text)
  }
  for (const [place, { key }] of data.archived.entries())
    buckets
      .get(bucketName(`key ${key}`, prefixLength))
      ?.archived.push(JSON.stringify(compact.archived[place]))
  return [...buckets].map(([name, { entries, archived }]) => ({
    path: `verify/buckets/${name}.json`,
    content: `{"entries":[${entries.join(',')}],"archived":[${archived.join(',')}]}`,
  }))
}

function namesOf(terms: readonly string[], prefixLength: number): Set<string> {
  return new Set(terms.map((term) => bucketName(term, prefixLength)))
}
