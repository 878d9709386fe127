import type { Tx } from '@official-accounts/db/transaction'

/** The finding of an account that names no official outlet beside the platform (V.B.10). */
export const OUTLET_FINDING = 'NO_OFFICIAL_OUTLET'

/** Closes the finding once an outlet is named; nothing where there is none. */
export async function closeOutletFinding(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx.finding.updateMany({
    where: { accountId, code: OUTLET_FINDING, state: 'OPEN' },
    data: { state: 'CLOSED', closedAt: now },
  })
}
