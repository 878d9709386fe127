import { findingFactsSelect, toFindingFacts } from '@official-accounts/db/facts/finding-facts'
import type { Tx } from '@official-accounts/db/transaction'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import type { FindingFacts } from '@official-accounts/domain/finding/finding'

/** Locks a finding and reads what decisions on it look at. Throws NOT_FOUND as a DomainError. */
export async function lockFinding(tx: Tx, id: string): Promise<FindingFacts> {
  await tx.$queryRaw`SELECT id FROM finding WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.finding.findFirst({ where: { id }, select: findingFactsSelect })
  if (row === null) throw new DomainError(notFound('finding'))
  return toFindingFacts(row)
}
