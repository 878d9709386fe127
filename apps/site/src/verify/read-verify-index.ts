import { createDirectory, type Directory } from '@official-accounts/domain/directory/directory'
import { inputTerms } from '@official-accounts/domain/directory/directory-terms'
import { bucketName } from './bucket-name.ts'
import type { CompactEntry } from './compact-entry.ts'
import { expandEntry, expandListing } from './compact-entry.ts'
import type { VerifyBucket, VerifyIndex } from './verify-index.ts'

type FileReader = (path: string) => Promise<Response>

/**
 * Reads what is needed to check an input: the whole directory, or the buckets in which everything stands that
 * `verify` could find for it. Files are read once; what failed is read again the next time. The returned function
 * throws when a file is not there.
 */
export function createVerifyReader(readFile: FileReader): (input: string) => Promise<Directory> {
  const readIndex = onceEach(async (path) => {
    const index: VerifyIndex = await (await answerOf(path)).json()
    return { index, whole: index.kind === 'WHOLE' ? directoryOf(index, index) : null }
  })
  const readBucket = onceEach(async (path) => {
    const bucket: VerifyBucket = await (await answerOf(path)).json()
    return bucket
  })

  async function answerOf(path: string): Promise<Response> {
    const response = await readFile(path)
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return response
  }

  return async (input) => {
    const { index, whole } = await readIndex('/verify/index.json')
    if (whole !== null) return whole
    const buckets = bucketsFor(input, index).map((name) => readBucket(`/verify/buckets/${name}.json`))
    return directoryOf(index, unite(await Promise.all(buckets)))
  }
}

function onceEach<Result>(read: (path: string) => Promise<Result>): (path: string) => Promise<Result> {
  const known = new Map<string, Promise<Result>>()
  return async (path) => {
    const reading = known.get(path) ?? read(path)
    known.set(path, reading)
    try {
      return await reading
    } catch (error) {
      known.delete(path)
      throw error
    }
  }
}

function bucketsFor(input: string, index: VerifyIndex): string[] {
  if (index.kind === 'WHOLE') return []
  const terms = inputTerms(input, index.platforms)
  return [...new Set(terms.map((term) => bucketName(term, index.prefixLength)))]
}

function directoryOf(
  index: VerifyIndex,
  part: { entries: readonly CompactEntry[]; archived: VerifyBucket['archived'] },
): Directory {
  const { asOf, platforms, sources, firstKnownOn } = index
  const entries = part.entries.map((entry) => expandEntry(entry, sources))
  const archived = part.archived.map((listing) => expandListing(listing, sources))
  return { ...createDirectory({ asOf, platforms, entries, archived }), firstKnownOn }
}

// In the order of the directory, on which the order of equally near look-alikes depends.
function unite(buckets: readonly VerifyBucket[]) {
  const entries = new Map(buckets.flatMap((bucket) => bucket.entries))
  return {
    entries: [...entries].toSorted(([a], [b]) => a - b).map(([, entry]) => entry),
    archived: buckets.flatMap((bucket) => bucket.archived),
  }
}
