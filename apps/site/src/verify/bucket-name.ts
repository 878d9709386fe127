/**
 * The bucket in which everything under a term stands: the first hexadecimal digits of a 32-bit hash (FNV-1a, mixed
 * so that its first digits are even). It spreads the terms and hides nothing: whoever serves the buckets learns
 * which one was read, and that it is one of 16 to the power of `prefixLength`.
 */
export function bucketName(term: string, prefixLength: number): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(term)) hash = Math.imul(hash ^ byte, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0').slice(0, prefixLength)
}

/** Every bucket there is. */
export function bucketNames(prefixLength: number): string[] {
  return Array.from({ length: 16 ** prefixLength }, (_, number) =>
    number.toString(16).padStart(prefixLength, '0'),
  )
}
