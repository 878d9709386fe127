const LONGEST = 80

/** The public address a platform and handle ask for, permanent: letters and digits of any case in small letters, the rest hyphens. */
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
