import { bucketName } from '../verify/bucket-name.ts'

/** The address of what nobody recorded; no value of a record can take it. */
export const unrecordedSlug = 'not-recorded'

const longestSlug = 60

/**
 * The last part of an address for each value, such as `zh-hans` or `cyber-security`. Values whose letters leave
 * nothing, or the same as another, carry the eight digits of their hash: an address never depends on order.
 */
export function facetSlugs(values: readonly string[]): ReadonlyMap<string, string> {
  const plain = Map.groupBy(new Set(values), plainSlug)
  return new Map(
    [...plain].flatMap(([slug, same]) => {
      const isClear = slug !== '' && slug !== unrecordedSlug && same.length === 1
      return same.map((value): [string, string] => [value, isClear ? slug : withDigest(slug, value)])
    }),
  )
}

function plainSlug(value: string): string {
  return value
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replaceAll(/^-|-$/g, '')
}

function withDigest(slug: string, value: string): string {
  const digest = bucketName(value, 8)
  return slug === '' ? digest : `${slug}-${digest}`
}
