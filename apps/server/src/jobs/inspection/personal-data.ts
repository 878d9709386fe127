import { plainText } from './readable-text.ts'

/** What is known of a person, and must not be known to the public (OMB M-17-06, the directory names offices). */
export interface KnownPerson {
  readonly id: string
  readonly displayName: string
  readonly emails: readonly string[]
}

/** Something about a person that was found: of whom, and what kind of thing; never the thing itself. */
export interface PersonalFinding {
  readonly kind: 'NAME' | 'EMAIL' | 'ID'
  readonly personId: string
}

export type PersonalDataSearch = (text: string) => readonly PersonalFinding[]

const WORD = /[\p{L}\p{M}]+/gu
// The end of an id: looked for by its hyphens, which are rarer than its digits, it is found five times as fast.
const END_OF_ID = /-[0-9a-f]{4}-[0-9a-f]{12}/g
const LENGTH_BEFORE_END = 18
const GLOBAL_ID = /UGVyc29uO[A-Za-z0-9+/]{40,}/g
const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const TAG = /<[^>]*>/g
// One word alone, or an abbreviation of a few letters, stands in ordinary text too.
const FEWEST_WORDS = 2
const FEWEST_LETTERS = 5

interface Name {
  readonly personId: string
  readonly words: readonly string[]
  readonly orders: readonly string[]
}

/**
 * Makes a search for the names, addresses and ids of people that takes time in proportion to the text, however many
 * people there are. A name counts whichever of its words comes first, across tags and escapes, when it has at least two words.
 *
 * @param exempt texts that are public by decision, such as the office's own address or a listed account's title
 */
export function createPersonalDataSearch(
  people: readonly KnownPerson[],
  exempt: readonly string[],
): PersonalDataSearch {
  const allowed = exempt.map(plainText)
  const emails = emailsOf(people, allowed)
  const ids = new Map(people.flatMap(({ id }) => [[id, id] as const, [globalId(id), id] as const]))
  const names = people.map(toName).filter((name) => isTelling(name, allowed))
  const vocabulary = new Set(names.flatMap(({ words }) => words))
  return function search(text) {
    const found: PersonalFinding[] = []
    for (const id of globalIdsIn(text, ids)) found.push({ kind: 'ID', personId: id })
    const plain = plainText(text)
    for (const id of idsIn(plain, ids)) found.push({ kind: 'ID', personId: id })
    for (const id of matches(plain, EMAIL, emails)) found.push({ kind: 'EMAIL', personId: id })
    for (const id of namesIn(plain, names, vocabulary)) found.push({ kind: 'NAME', personId: id })
    return found
  }
}

function emailsOf(people: readonly KnownPerson[], allowed: readonly string[]): ReadonlyMap<string, string> {
  const all = people.flatMap(({ id, emails }) => emails.map((email) => [plainText(email), id] as const))
  return new Map(all.filter(([email]) => !allowed.some((text) => text.includes(email))))
}

function toName({ id, displayName }: KnownPerson): Name {
  const words = wordsOf(plainText(displayName))
  const orders = words.map((_word, at) => phrase([...words.slice(at), ...words.slice(0, at)]))
  return { personId: id, words, orders }
}

function isTelling({ words, orders }: Name, allowed: readonly string[]): boolean {
  if (words.length < FEWEST_WORDS || words.join('').length < FEWEST_LETTERS) return false
  return !allowed.some((text) => orders.some((order) => phrase(wordsOf(text)).includes(order)))
}

function idsIn(text: string, ids: ReadonlyMap<string, string>): readonly string[] {
  const ends = [...text.matchAll(END_OF_ID)]
  return ends.flatMap(
    ({ index, 0: end }) => ids.get(text.slice(index - LENGTH_BEFORE_END, index + end.length)) ?? [],
  )
}

function namesIn(text: string, names: readonly Name[], vocabulary: ReadonlySet<string>): readonly string[] {
  if (names.length === 0) return []
  const all = wordsOf(text)
  const seen = new Set(all.filter((word) => vocabulary.has(word)))
  const candidates = names.filter(({ words }) => words.every((word) => seen.has(word)))
  if (candidates.length === 0) return []
  const readings = [phrase(all), phrase(wordsOf(text.replace(TAG, ' ')))]
  return candidates
    .filter(({ orders }) => readings.some((reading) => orders.some((order) => reading.includes(order))))
    .map(({ personId }) => personId)
}

function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? []
}

function phrase(words: readonly string[]): string {
  return ` ${words.join(' ')} `
}

function matches(text: string, pattern: RegExp, known: ReadonlyMap<string, string>): readonly string[] {
  if (known.size === 0) return []
  return [...new Set(text.match(pattern) ?? [])].flatMap((match) => known.get(match) ?? [])
}

/** A person's id as GraphQL writes it, without the padding that addresses escape. */
function globalId(id: string): string {
  return Buffer.from(`Person:${id}`).toString('base64').replaceAll('=', '')
}

function globalIdsIn(text: string, ids: ReadonlyMap<string, string>): readonly string[] {
  return text.includes('UGVyc29uO') ? matches(text, GLOBAL_ID, ids) : []
}
