import { readAccountFactsRow, toAccountFacts } from '@official-accounts/db/facts/account-facts'
import { lockAccountRow, type StoredAccount } from '@official-accounts/db/facts/account-row'
import type { Tx } from '@official-accounts/db/transaction'
import type { AccountFacts } from '@official-accounts/domain/account/account'
import { DomainError, notFound } from '@official-accounts/domain/errors'

/** An account as a command holds it; not writable, and then not locked, where the caller may only read it. */
export interface LockedAccount extends AccountFacts {
  readonly writable: boolean
  /** What is stored of it and may be changed; null where it is not writable. */
  readonly stored: StoredAccount | null
}

/**
 * The facts of an account under its row lock, the platform's row shared so that it cannot be suspended meanwhile.
 * Throws NOT_FOUND.
 */
export async function lockAccount(tx: Tx, accountId: string): Promise<LockedAccount> {
  const stored = await lockAccountRow(tx, accountId)
  // Read after the lock and not with it: a statement sees what was committed before it began to wait.
  const row = await readAccountFactsRow(tx, accountId)
  if (row === null) throw new DomainError(notFound('account'))
  return { ...toAccountFacts(row, row.granted, row.conduct), writable: stored !== null, stored }
}
