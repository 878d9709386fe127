/** A platform's public address: its name in small letters, plus signs in words, the rest hyphens. */
export function platformSlug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('+', '-plus')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
}
