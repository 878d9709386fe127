import {
  lockedAnswerSelect,
  partFactsSelect,
  toLockedAnswer,
  toPartFacts,
  type LockedAnswer,
} from '@official-accounts/db/facts/certification-facts'
import type { Tx } from '@official-accounts/db/transaction'
import type { PartFacts } from '@official-accounts/domain/certification/certification'
import { DomainError, notFound } from '@official-accounts/domain/errors'

/** A component's part under its lock. Throws NOT_FOUND. */
export async function lockPart(tx: Tx, partId: string): Promise<PartFacts> {
  await lockPartRow(tx, partId)
  const row = await tx.certificationPart.findFirst({
    relationLoadStrategy: 'join',
    where: { id: partId },
    select: partFactsSelect,
  })
  if (row === null) throw new DomainError(notFound('part of a certification'))
  return toPartFacts(row)
}

/**
 * A component's part under its lock, with the answer for one account. Closing a certification locks every part of it, so
 * that nothing is answered while it is frozen. Throws NOT_FOUND, also when the account is not in this part.
 */
export async function lockAnswer(tx: Tx, partId: string, accountId: string): Promise<LockedAnswer> {
  await lockPartRow(tx, partId)
  const row = await tx.certificationAnswer.findFirst({
    relationLoadStrategy: 'join',
    where: { partId, accountId },
    select: lockedAnswerSelect,
  })
  if (row === null) throw new DomainError(notFound('account in a certification'))
  return toLockedAnswer(row)
}

async function lockPartRow(tx: Tx, partId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM certification_part WHERE id = ${partId}::uuid FOR UPDATE`
}
