import { isGivenName } from './given-names.ts'

/** What a row calls an account. */
export interface AccountWords {
  readonly handle: string
  readonly name: string
  readonly description: string
}

// Ships, buildings and units are often named after people; the account is then the ship's.
const NAMED_THING =
  /\b(?:cutter|uscgc|cgc|wmsl|station|sector|base|school|center|centre|memorial|hurricane|fort|port)\b/i
const OFFICE_TITLES =
  'administrator|assistant secretary|chief of staff|commissioner|comm|cto|deputy administrator|director|secretary|senior official|spokesperson|under secretary'
const OFFICE = new RegExp(`\\b(?:${OFFICE_TITLES})\\b`, 'i')
const LEADING_TITLE = new RegExp(`^(?:(?:acting|deputy|former|${OFFICE_TITLES})[.:]?\\s+)+`, 'i')
const LEADING_ACRONYM = /^[A-Z]{2,6}\s+/
const PLACE_START = /\b(?:San|Santa|St\.?|Fort|Port)\s+$/
// Elizabeth City, Charlotte County.
const PLACE_NOUN = /^(?:beach|city|county|island|park|springs)$/i
// Looks ahead for the second word, so that pairs overlap: "Director Jane", "Jane Doe".
const WORD_PAIR = /(?<!\p{L})(\p{Lu}\p{Ll}+)(?=\s+(?:\p{Lu}\.\s+)?(\p{Lu}[\p{L}'’-]{2,})(?!\p{L}))/gu

/**
 * Whether an account seems to be named after a person, and by which sign. Such a row is held for a person to look
 * at: an office's account outlives whoever holds the office (V.B.8). Suspicion is never a reason to reject.
 */
export function namedAfterPerson(words: AccountWords): string | null {
  return personSigns(words)[0]?.sign ?? null
}

/** A sign that an account is named after a person, and in which of its words. */
export interface PersonSign {
  readonly where: 'NAME' | 'HANDLE'
  readonly sign: string
}

/** Every sign that an account is named after a person, the plainest first. */
export function personSigns(words: AccountWords): readonly PersonSign[] {
  if (NAMED_THING.test(words.name)) return []
  const signs: readonly (PersonSign & { readonly shows: boolean })[] = [
    { where: 'NAME', sign: 'the name is a person’s', shows: isPersonsName(words) },
    {
      where: 'HANDLE',
      sign: 'the handle ends with the surname of the person it describes',
      shows: handleEndsWithSurname(words),
    },
    {
      where: 'HANDLE',
      sign: 'the handle ends with a spokesperson’s name',
      shows: isSpokespersonsHandle(words),
    },
  ]
  return signs.filter(({ shows }) => shows).map(({ where, sign }) => ({ where, sign }))
}

/** Whether a text names a person, as far as a common given name shows it; a place such as San Juan is none. */
export function mentionsPerson(text: string): boolean {
  return [...text.matchAll(WORD_PAIR)].some(
    ({ 1: given = '', 2: surname = '', index }) =>
      isGivenName(given) && !PLACE_NOUN.test(surname) && !PLACE_START.test(text.slice(0, index)),
  )
}

/** Whether a text names a person, and not a ship or a building that is named after one. */
export function namesPerson(text: string): boolean {
  return !NAMED_THING.test(text) && mentionsPerson(text)
}

// "Acting Comm. Jane Doe", and "Jane Doe" with an office for a description even when the given name is rare.
function isPersonsName({ name, description }: AccountWords): boolean {
  const [given = '', surname = '', ...more] = name
    .trim()
    .replace(LEADING_ACRONYM, '')
    .replace(LEADING_TITLE, '')
    .split(/\s+/)
  if (more.length > 0 || !isNameWord(given) || !isNameWord(surname)) return false
  return isGivenName(given) || beginsWithOffice(description)
}

function beginsWithOffice(description: string): boolean {
  const [start = ''] = description.split(/[.,;&]|\b(?:of|for|at)\b/)
  return OFFICE.test(start) && start.trim().split(/\s+/).length <= 4
}

function handleEndsWithSurname({ handle, name, description }: AccountWords): boolean {
  const plain = handle.toLowerCase()
  return [...`${name}. ${description}`.matchAll(WORD_PAIR)].some(
    ([, given = '', surname = '']) => isGivenName(given) && plain.endsWith(surname.toLowerCase()),
  )
}

// TSAMedia_JaneD: a given name, alone or with an initial, at the end of a spokesperson's handle.
function isSpokespersonsHandle({ handle, description }: AccountWords): boolean {
  const [, given = ''] = /_(\p{Lu}\p{Ll}+)\p{Lu}?$/u.exec(handle) ?? []
  return /\bspokes(?:person|man|woman)\b/i.test(description) && isGivenName(given)
}

function isNameWord(word: string): boolean {
  return /^\p{Lu}\p{Ll}+(?:[-'’]?\p{Lu}?\p{Ll}+)*$/u.test(word)
}
