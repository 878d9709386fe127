import { platformFactsSelect, toPlatformFacts } from '@official-accounts/db/facts/platform-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { DomainError, notFound } from '@official-accounts/domain/errors'
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
