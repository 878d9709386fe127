import { lockDiscoveredAccountRow } from '@official-accounts/db/facts/discovered-account-facts'
import type { Tx } from '@official-accounts/db/transaction'
import type { DiscoveredAccountFacts } from '@official-accounts/domain/discovered-account/discovered-account'
import { DomainError, notFound } from '@official-accounts/domain/errors'

/** A discovered account under its row lock. Throws NOT_FOUND. */
export async function lockDiscoveredAccount(tx: Tx, id: string): Promise<DiscoveredAccountFacts> {
  const discovered = await lockDiscoveredAccountRow(tx, id)
  if (discovered === null) throw new DomainError(notFound('discovered account'))
  return discovered
}
