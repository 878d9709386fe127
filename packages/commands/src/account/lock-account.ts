import { accountFactsSelect, toAccountFacts } from '@official-accounts/db/facts/account-facts'
import type { Tx } from '@official-accounts/db/transaction'
import type { AccountFacts } from '@official-accounts/domain/account/account'
import { DomainError, notFound } from '@official-accounts/domain/errors'

/** An account as a command holds it; not writable, and then not locked, where the caller may only read it. */
export interface LockedAccount extends AccountFacts {
  readonly writable: boolean
}

/**
 * The facts of an account under its row lock, the platform's row shared so that it cannot be suspended meanwhile.
 * Throws NOT_FOUND.
 */
export async function lockAccount(tx: Tx, accountId: string): Promise<LockedAccount> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM account a JOIN platform p ON p.id = a.platform_id
    WHERE a.id = ${accountId}::uuid FOR UPDATE OF a FOR SHARE OF p`
  const row = await tx.account.findFirst({
    relationLoadStrategy: 'join',
    where: { id: accountId },
    select: accountFactsSelect,
  })
  if (row === null) throw new DomainError(notFound('account'))
  return { ...toAccountFacts(row), writable: locked.length > 0 }
}
