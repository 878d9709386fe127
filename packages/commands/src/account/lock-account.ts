import { accountFactsSelect, toAccountFacts } from '@official-accounts/db/facts/account-facts'
import type { Tx } from '@official-accounts/db/transaction'
import type { AccountFacts } from '@official-accounts/domain/account/account'
import { DomainError, forbidden, notFound } from '@official-accounts/domain/errors'

/**
 * The facts of an account under its row lock, the platform's row shared so that it cannot be suspended meanwhile.
 * Throws NOT_FOUND, or FORBIDDEN where the caller may read but row-level security lets nobody of this office write.
 */
export async function lockAccount(tx: Tx, accountId: string): Promise<AccountFacts> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM account a JOIN platform p ON p.id = a.platform_id
    WHERE a.id = ${accountId}::uuid FOR UPDATE OF a FOR SHARE OF p`
  const row = await tx.account.findFirst({
    relationLoadStrategy: 'join',
    where: { id: accountId },
    select: accountFactsSelect,
  })
  if (row === null) throw new DomainError(notFound('account'))
  if (locked.length === 0) throw new DomainError(forbidden('This account belongs to another component.', 'V.B.2'))
  return toAccountFacts(row)
}
