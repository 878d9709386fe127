import type { Tx } from '@official-accounts/db/transaction'

const LONGEST = 80

/** The public address of an account, permanent: platform and handle, with a number where that is taken. */
export async function freeSlug(tx: Tx, platformSlug: string, handle: string): Promise<string> {
  const wanted = accountSlug(platformSlug, handle)
  const taken = await tx.$queryRaw<{ slug: string }[]>`SELECT account_slugs_like(${wanted}) AS slug`
  return nextFree(wanted, new Set(taken.map((row) => row.slug)))
}

/** The slug a platform and handle ask for: letters and digits of any case in small letters, the rest hyphens. */
export function accountSlug(platformSlug: string, handle: string): string {
  const name = handle
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return `${platformSlug}-${name || 'account'}`.slice(0, LONGEST)
}

/** The wanted slug, or the first of `-2`, `-3`, … that nobody has. */
export function nextFree(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}
