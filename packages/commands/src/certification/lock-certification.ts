import type { Tx } from '@official-accounts/db/transaction'

/**
 * Locks a certification with all its parts: whoever answers holds the lock of a part, so that nothing is answered while
 * the whole is decided on.
 */
export async function lockCertification(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`
    SELECT p.id FROM certification c JOIN certification_part p ON p.certification_id = c.id
    WHERE c.id = ${id}::uuid ORDER BY p.id FOR UPDATE`
}
