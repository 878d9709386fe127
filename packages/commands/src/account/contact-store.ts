import { Prisma } from '@official-accounts/db/generated/client/client'
import type { Tx } from '@official-accounts/db/transaction'
import { sendStatement } from '@official-accounts/db/transaction-connection'
import { newId } from '@official-accounts/db/uuid'
import type { ContactRole } from '@official-accounts/domain/account/account'

interface NewContact {
  readonly accountId: string
  readonly personId: string
  readonly role: ContactRole
  /** Why whoever stood in this place before no longer does. */
  readonly endReason: string
}

/**
 * Starts a contact and counts it as a change of the account. A new primary takes over: the former one, and the person's
 * former place, end at the same instant. One statement; what begins waits for what ends.
 */
export async function startContact(tx: Tx, contact: NewContact, now: Date): Promise<void> {
  const { accountId, personId, role, endReason } = contact
  await sendStatement(
    tx,
    Prisma.sql`
    WITH ended AS (
      UPDATE contact SET ended_at = ${now}::timestamptz, end_reason = ${endReason}
      WHERE account_id = ${accountId}::uuid AND ended_at IS NULL
        AND (person_id = ${personId}::uuid OR (role = 'PRIMARY' AND ${role} = 'PRIMARY'))
      RETURNING id
    ), changed AS (
      UPDATE account SET version = version + 1, changed_at = ${now}::timestamptz WHERE id = ${accountId}::uuid
    )
    INSERT INTO contact (id, account_id, person_id, role, started_at)
    SELECT ${newId(now.getTime())}::uuid, ${accountId}::uuid, ${personId}::uuid, ${role}::"ContactRole", ${now}::timestamptz
    FROM (SELECT count(*) FROM ended) AS after_the_end`,
  )
}
