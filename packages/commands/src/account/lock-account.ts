import { accountFactsSelect, toAccountFacts } from '@official-accounts/db/facts/account-facts'
import {
  exceptionsFor,
  grantedExceptionSelect,
  toGrantedException,
} from '@official-accounts/db/facts/exception-facts'
import type { Tx } from '@official-accounts/db/transaction'
import type { AccountFacts } from '@official-accounts/domain/account/account'
import { DomainError, notFound } from '@official-accounts/domain/errors'
import type { GrantedException } from '@official-accounts/domain/exception/exception'

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
  const granted = await grantedExceptions(tx, { componentId: row.componentId, platformId: row.platform.id })
  return { ...toAccountFacts(row, granted), writable: locked.length > 0 }
}

/** Granted exceptions for a component on a platform, whatever their dates: rules compare those with their own now. */
export async function grantedExceptions(
  tx: Tx,
  place: { readonly componentId: string; readonly platformId: string },
): Promise<readonly GrantedException[]> {
  const rows = await tx.exception.findMany({ where: exceptionsFor(place), select: grantedExceptionSelect })
  return rows.map(toGrantedException)
}
