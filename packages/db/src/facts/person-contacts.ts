import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'

/** Locks the accounts that people answer for now, in the order of their ids. */
export async function lockAccountsOf(tx: Tx, ...personIds: readonly string[]): Promise<readonly string[]> {
  const rows = await sendStatement<{ id: string }>(
    tx,
    Prisma.sql`
    SELECT a.id FROM account a WHERE a.id IN (
      SELECT k.account_id FROM contact k WHERE k.person_id = ANY (${[...personIds]}::uuid[]) AND k.ended_at IS NULL
    ) ORDER BY a.id FOR UPDATE`,
  )
  return rows.map(({ id }) => id)
}

/** A contact that ended with a duty. */
interface LostContact {
  readonly accountId: string
  readonly componentId: string
  readonly role: 'PRIMARY' | 'ALTERNATE'
}

/**
 * Ends the contacts of a person in a component and the parts below it for which no role, own or lent, is left there: whoever
 * has no duty in a component answers for none of its accounts (V.B.5).
 */
export async function endContactsWithoutDuty(
  tx: Tx,
  { personId, componentId }: { readonly personId: string; readonly componentId: string },
  endReason: string,
  now: Date,
): Promise<readonly LostContact[]> {
  return sendStatement<LostContact>(
    tx,
    Prisma.sql`
    WITH RECURSIVE below AS (
      SELECT ${componentId}::uuid AS id UNION SELECT c.id FROM component c JOIN below b ON c.parent_id = b.id
    ), ended AS (
      UPDATE contact k SET ended_at = ${now}::timestamptz, end_reason = ${endReason}
      FROM account a
      WHERE a.id = k.account_id AND k.person_id = ${personId}::uuid AND k.ended_at IS NULL
        AND a.component_id IN (SELECT id FROM below) AND a.component_id NOT IN (SELECT duties_of(${personId}::uuid, ${now}::timestamptz))
      RETURNING k.account_id, a.component_id, k.role
    ), changed AS (
      UPDATE account SET version = version + 1, changed_at = ${now}::timestamptz
      WHERE id IN (SELECT account_id FROM ended)
    )
    SELECT account_id AS "accountId", component_id AS "componentId", role::text FROM ended ORDER BY account_id`,
  )
}
