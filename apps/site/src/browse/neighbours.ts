import type { Account } from '../data/directory-model.ts'

const shown = 8

/**
 * The accounts that stand beside one in a list, at most eight; the list's ends do not make them fewer, and an account
 * that is not in the list has none. Names of one office begin alike, so what is near is related.
 */
export function neighboursOf(account: Account, list: readonly Account[]): Account[] {
  const at = placesIn(list).get(account.slug)
  if (at === undefined) return []
  const from = Math.max(0, Math.min(at - shown / 2, list.length - shown - 1))
  return list
    .slice(from, from + shown + 1)
    .filter((other) => other !== account)
    .slice(0, shown)
}

// Found once for each list: looking for each account from the beginning would cost the square of its length.
const places = new WeakMap<readonly Account[], ReadonlyMap<string, number>>()

function placesIn(list: readonly Account[]): ReadonlyMap<string, number> {
  const known = places.get(list)
  if (known) return known
  const found = new Map(list.map(({ slug }, at) => [slug, at]))
  places.set(list, found)
  return found
}
