import { longestName, nameOfKey, shortestForDistance } from './lookalike.ts'
import type { IdentityPlatform } from './platform-rules.ts'
import { identify } from './profile-url.ts'
import { nameSkeleton } from './skeleton.ts'

/**
 * Under which terms a name of the directory is kept when the directory is cut into parts. For every input, the
 * entries that share a term with `inputTerms` give the answer of `verify` that the whole directory gives.
 */
export function entryTerms(key: string): string[] {
  const name = nameOfKey(key)
  if (name === null) return [`key ${key}`]
  const { whole, joined, letters } = nameSkeleton(name)
  const terms = [`key ${key}`, `whole ${whole}`, `joined ${joined}`, `letters ${letters}`]
  if (whole.length < shortestForDistance) return terms
  return [...terms, ...halves(whole, whole.length)]
}

/** The terms under which all entries stand that `verify` would find for this input. */
export function inputTerms(input: string, platforms: readonly IdentityPlatform[]): string[] {
  const { keys, names } = askedFor(input, platforms)
  return [...new Set([...keys.map((key) => `key ${key}`), ...names.flatMap(nameTerms)])]
}

function askedFor(
  input: string,
  platforms: readonly IdentityPlatform[],
): { keys: readonly string[]; names: readonly string[] } {
  const found = identify(input, platforms)
  switch (found.outcome) {
    case 'ACCOUNT':
      return { keys: [found.canonicalKey], names: [found.canonicalKey] }
    case 'HANDLE':
      return {
        keys: found.candidates.map(({ canonicalKey }) => canonicalKey),
        names: found.candidates.map(({ handle, canonicalKey }) => [handle, canonicalKey]).flat(),
      }
    case 'NOT_AN_ACCOUNT':
      return { keys: [], names: found.text === null ? [] : [found.text] }
    default:
      return { keys: [], names: [] }
  }
}

// An edit leaves one half of a name as it was, or exchanges the two letters where the halves meet; the other name
// is at most one letter longer or shorter.
function nameTerms(key: string): string[] {
  const name = nameOfKey(key)
  if (name === null) return []
  const { whole, joined, letters } = nameSkeleton(name)
  if (whole.length > longestName) return []
  const terms = [`whole ${whole}`, `joined ${joined}`, `joined ${letters}`, `letters ${joined}`]
  if (whole.length < shortestForDistance) return terms
  const lengths = [whole.length - 1, whole.length, whole.length + 1]
  return [
    ...terms,
    `whole ${exchangedInTheMiddle(whole)}`,
    ...lengths.flatMap((length) => halves(whole, length)),
  ]
}

// The first and the last half that a name of `length` has if it begins or ends like this text.
function halves(text: string, length: number): string[] {
  const cut = Math.floor(length / 2)
  return [`first ${length} ${text.slice(0, cut)}`, `last ${length} ${text.slice(-(length - cut))}`]
}

function exchangedInTheMiddle(text: string): string {
  const cut = Math.floor(text.length / 2)
  return text.slice(0, cut - 1) + text.charAt(cut) + text.charAt(cut - 1) + text.slice(cut + 1)
}
