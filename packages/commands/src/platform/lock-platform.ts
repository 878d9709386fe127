import { platformFactsSelect, toPlatformFacts } from '@official-accounts/db/facts/platform-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { DomainError, invalidInput, notFound } from '@official-accounts/domain/errors'
import type { PlatformFacts } from '@official-accounts/domain/platform/platform'

/** The facts of a platform under its row lock. Throws NOT_FOUND. */
export async function lockPlatform(tx: Tx, platformId: string): Promise<PlatformFacts> {
  await tx.$queryRaw`SELECT id FROM platform WHERE id = ${platformId}::uuid FOR UPDATE`
  const row = await tx.platform.findFirst({
    relationLoadStrategy: 'join',
    where: { id: platformId },
    select: platformFactsSelect,
  })
  if (row === null) throw new DomainError(notFound('platform'))
  return toPlatformFacts(row)
}

/** The facts of several platforms by their slugs, in their order and under their row locks. Throws INVALID_INPUT. */
export async function lockPlatforms(tx: Tx, slugs: readonly string[]): Promise<readonly PlatformFacts[]> {
  if (slugs.length === 0) return []
  await tx.$queryRaw`SELECT id FROM platform WHERE slug = ANY (${[...slugs]}) ORDER BY id FOR UPDATE`
  const rows = await tx.platform.findMany({
    relationLoadStrategy: 'join',
    where: { slug: { in: [...slugs] } },
    select: platformFactsSelect,
  })
  const bySlug = new Map(rows.map((row) => [row.slug, toPlatformFacts(row)]))
  return slugs.map((slug, at) => {
    const platform = bySlug.get(slug)
    if (!platform)
      throw new DomainError(invalidInput(`alsoCovers.${at}.platform`, 'There is no such platform.'))
    return platform
  })
}
