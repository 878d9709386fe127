import { mixesScripts, nameSkeleton, withoutInvisible, type NameSkeleton } from './skeleton.ts'

/** From the plainest disguise to the weakest likeness; findings are listed in this order. */
export const lookalikeReasons = [
  'INVISIBLE_CHARACTERS',
  'MIXED_SCRIPT',
  'CONFUSABLE',
  'SAME_NAME_OTHER_FORM',
  'SAME_NAME_OTHER_PLATFORM',
  'DISTANCE_ONE',
  'ADDED_CHARACTERS',
] as const
export type LookalikeReason = (typeof lookalikeReasons)[number]

export interface KeyedEntry {
  readonly platform: string
  readonly key: string
}

export interface Lookalike<Entry extends KeyedEntry> {
  readonly entry: Entry
  readonly reason: LookalikeReason
}

interface IndexedName<Entry> {
  readonly entry: Entry
  readonly name: string
  readonly skeleton: NameSkeleton
}
type Buckets<Entry> = Map<string, IndexedName<Entry>[]>

/** Entries by what their names look like; build it once, a look-up then costs microseconds. */
export interface LookalikeIndex<Entry extends KeyedEntry> {
  readonly whole: Buckets<Entry>
  readonly joined: Buckets<Entry>
  readonly letters: Buckets<Entry>
  readonly shortened: Buckets<Entry>
}

// Among names of three letters nearly every one is an edit away from another.
export const shortestForDistance = 4
// No platform permits more; comparing text by leaving out each character costs the square of its length.
export const longestName = 200

/** Prepares entries for `findLookalikes`. Keys that are numbers or random ids are left out. */
export function createLookalikeIndex<Entry extends KeyedEntry>(
  entries: readonly Entry[],
): LookalikeIndex<Entry> {
  const index: LookalikeIndex<Entry> = {
    whole: new Map(),
    joined: new Map(),
    letters: new Map(),
    shortened: new Map(),
  }
  for (const entry of entries) {
    const name = nameOfKey(entry.key)
    if (name === null) continue
    const indexed = { entry, name, skeleton: nameSkeleton(name) }
    add(index.whole, indexed.skeleton.whole, indexed)
    add(index.joined, indexed.skeleton.joined, indexed)
    add(index.letters, indexed.skeleton.letters, indexed)
    for (const text of shortenings(indexed.skeleton.whole)) add(index.shortened, text, indexed)
  }
  return index
}

function add<Entry>(buckets: Buckets<Entry>, text: string, indexed: IndexedName<Entry>): void {
  const bucket = buckets.get(text)
  if (bucket) bucket.push(indexed)
  else buckets.set(text, [indexed])
}

/**
 * The entries that the candidate could be taken for, the strongest likeness first, those on the
 * candidate's own platform before others; never the entry with the candidate's own platform and key.
 * The key may be text that no platform would accept, as pasted. `platform` null: not known.
 */
export function findLookalikes<Entry extends KeyedEntry>(
  candidate: { readonly platform: string | null; readonly key: string },
  index: LookalikeIndex<Entry>,
  limit: number,
): Lookalike<Entry>[] {
  const name = nameOfKey(candidate.key)
  if (name === null) return []
  const skeleton = nameSkeleton(name)
  if (skeleton.whole.length > longestName) return []
  const found = new Map<Entry, LookalikeReason>()
  const note = (entry: Entry, reason: LookalikeReason) => {
    if (!found.has(entry)) found.set(entry, reason)
  }
  for (const indexed of index.whole.get(skeleton.whole) ?? []) {
    note(indexed.entry, sameLookReason(candidate.platform, name, indexed))
  }
  for (const { entry } of oneEditAway(skeleton.whole, index)) note(entry, 'DISTANCE_ONE')
  for (const { entry } of withAddedCharacters(skeleton, index)) note(entry, 'ADDED_CHARACTERS')
  const rank = ({ entry, reason }: Lookalike<Entry>) =>
    lookalikeReasons.indexOf(reason) * 2 + (entry.platform === candidate.platform ? 0 : 1)
  return [...found]
    .map(([entry, reason]) => ({ entry, reason }))
    .filter(({ entry }) => entry.platform !== candidate.platform || entry.key !== candidate.key)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, limit)
}

/**
 * The part of a key that people read: without `user/`, `company/` and the instance. Null for keys that
 * nobody chose (page numbers, channel ids), where a likeness means nothing.
 */
export function nameOfKey(key: string): string | null {
  if (/^(?:id:|did:|channel\/)/.test(key)) return null
  const name = key.slice(key.lastIndexOf('/') + 1).replace(/(?<=.)@.*$/s, '')
  return /^\d*$/.test(name) ? null : name
}

function sameLookReason<Entry extends KeyedEntry>(
  platform: string | null,
  name: string,
  indexed: IndexedName<Entry>,
): LookalikeReason {
  if (name.toLowerCase() === indexed.name.toLowerCase()) {
    return indexed.entry.platform === platform ? 'SAME_NAME_OTHER_FORM' : 'SAME_NAME_OTHER_PLATFORM'
  }
  if (withoutInvisible(name) !== name) return 'INVISIBLE_CHARACTERS'
  return mixesScripts(name) ? 'MIXED_SCRIPT' : 'CONFUSABLE'
}

// Two texts are one edit apart only if they, or texts one character shorter, coincide.
function oneEditAway<Entry extends KeyedEntry>(
  text: string,
  index: LookalikeIndex<Entry>,
): IndexedName<Entry>[] {
  return [...shortenings(text)]
    .flatMap((shorter) => index.shortened.get(shorter) ?? [])
    .filter(({ skeleton }) => Math.min(text.length, skeleton.whole.length) >= shortestForDistance)
    .filter(({ skeleton }) => isOneEdit(text, skeleton.whole))
}

function shortenings(text: string): Set<string> {
  const texts = new Set([text])
  for (let at = 0; at < text.length; at += 1) texts.add(text.slice(0, at) + text.slice(at + 1))
  return texts
}

/** One character inserted, deleted or replaced, or two neighbours exchanged. */
function isOneEdit(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}

function withAddedCharacters<Entry extends KeyedEntry>(
  { joined, letters }: NameSkeleton,
  index: LookalikeIndex<Entry>,
): IndexedName<Entry>[] {
  const likenesses = [
    { text: joined, bucket: index.joined },
    { text: letters, bucket: index.joined },
    { text: joined, bucket: index.letters },
  ]
  return likenesses
    .filter(({ text }) => text.length >= shortestForDistance)
    .flatMap(({ text, bucket }) => bucket.get(text) ?? [])
}
