import {
  createLookalikeIndex,
  findLookalikes,
  type LookalikeReason,
} from '@official-accounts/domain/directory/lookalike'
import type { PrismaClient } from './generated/client/client.ts'
import type { Tx } from './transaction.ts'

const SHOWN = 5

/** An account whose name looks like another, and how. */
export interface SimilarAccount {
  readonly id: string
  readonly reason: LookalikeReason
}

/**
 * The accounts an actor may see that look like a name on a platform, or stand under the same name on another one:
 * at most five. Ended requests take no part. The account itself is left out by its id.
 */
export async function similarAccounts(
  client: Pick<PrismaClient, 'account'> | Tx,
  name: { readonly platform: string; readonly key: string },
  exceptId: string | null = null,
): Promise<readonly SimilarAccount[]> {
  const rows = await client.account.findMany({
    relationLoadStrategy: 'join',
    where: { state: { notIn: ['DENIED', 'WITHDRAWN'] }, ...(exceptId ? { id: { not: exceptId } } : {}) },
    select: { id: true, canonicalKey: true, platform: { select: { slug: true } } },
  })
  const index = createLookalikeIndex(
    rows.map(({ id, canonicalKey, platform }) => ({ id, platform: platform.slug, key: canonicalKey })),
  )
  return findLookalikes(name, index, SHOWN).map(({ entry, reason }) => ({ id: entry.id, reason }))
}
