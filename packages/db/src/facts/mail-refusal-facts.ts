import type { MailRefusalFacts } from '@official-accounts/domain/mail-refusal/mail-refusal'
import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'

/** What has to be read of refused mail before anything is decided on it. */
export const mailRefusalFactsSelect = {
  id: true,
  personId: true,
  outcome: true,
  version: true,
} satisfies Prisma.MailRefusalSelect

/** Refused mail under its lock; null where there is none or the caller may not see it. */
export async function lockMailRefusalRow(tx: Tx, id: string): Promise<MailRefusalFacts | null> {
  const [row] = await sendStatement<MailRefusalFacts>(
    tx,
    Prisma.sql`
    SELECT id, person_id AS "personId", outcome::text, version FROM mail_refusal WHERE id = ${id}::uuid FOR UPDATE`,
  )
  return row ?? null
}

/** Sends the mails of open refused mail again, or gives them up; answers with how many notifications they told. */
export async function settleRefusedMails(
  tx: Tx,
  { refusalId, again, at }: { readonly refusalId: string; readonly again: boolean; readonly at: Date },
): Promise<number> {
  const [row] = await sendStatement<{ settled: number }>(
    tx,
    Prisma.sql`SELECT settle_refused_mails(${refusalId}::uuid, ${again}, ${at}::timestamptz) AS settled`,
  )
  return row?.settled ?? 0
}

/**
 * Keeps that mail to a person is refused for good: with what is open already, or anew. For the system alone. More of the
 * same is no other version: it would stand in the way of whoever is about to settle it.
 */
export async function keepRefusal(
  tx: Tx,
  {
    id,
    personId,
    failure,
    at,
  }: { readonly id: string; readonly personId: string; readonly failure: string; readonly at: Date },
): Promise<void> {
  await sendStatement(
    tx,
    Prisma.sql`
    INSERT INTO mail_refusal (id, person_id, failure, refused_at, last_refused_at)
    VALUES (${id}::uuid, ${personId}::uuid, ${failure}, ${at}, ${at})
    ON CONFLICT (person_id) WHERE settled_at IS NULL
    DO UPDATE SET failure = excluded.failure, last_refused_at = excluded.last_refused_at,
      mails = mail_refusal.mails + 1`,
  )
}
