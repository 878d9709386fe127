import { MAIL_LEASE_MS } from '@official-accounts/domain/notification/notification-rules'
import type { PrismaClient } from './generated/client/client.ts'
import { transaction } from './transaction.ts'

/** A mail to send: what it tells one person, and where to. */
export interface ClaimedMail {
  readonly mailId: string
  /** Null where its reader has left or has no address any more. */
  readonly address: string | null
  readonly attempts: number
  readonly notices: readonly ClaimedNotice[]
}

/** One notification of a mail. */
export interface ClaimedNotice {
  readonly id: string
  readonly kind: string
  readonly subjectType: string
  readonly subjectId: string
  readonly subjectName: string
  readonly createdAt: Date
}

/** How much mail waits, and since when what is due has waited. */
export interface MailBacklog {
  readonly waiting: number
  readonly due: number
  readonly oldestDueAt: Date | null
}

/** Counts the mail that waits. For the system alone. */
export async function readMailBacklog(client: PrismaClient, now: Date): Promise<MailBacklog> {
  const [row] = await client.$queryRaw<{ waiting: number; due: number; oldest: Date | null }[]>`
    SELECT count(*)::int AS waiting, count(*) FILTER (WHERE next_attempt_at <= ${now})::int AS due,
      min(created_at) FILTER (WHERE next_attempt_at <= ${now} OR attempts > 0) AS oldest
    FROM notification WHERE mail_state = 'PENDING'`
  return { waiting: row?.waiting ?? 0, due: row?.due ?? 0, oldestDueAt: row?.oldest ?? null }
}

/**
 * Takes mails that are due for one attempt, so that nobody else sends them meanwhile: what another process holds is
 * passed over. As with a job of the queue, this is a lease and no change of a record: what becomes of the mail is a
 * command's to record. A lease runs out; whoever died between sending and recording leaves a mail that goes out once
 * more under the same message id.
 *
 * What a mail tells is fixed by its first claim: a notification on its own, or all that are due for a reader of digests.
 */
export async function claimMails(
  client: PrismaClient,
  now: Date,
  limit: number,
): Promise<readonly ClaimedMail[]> {
  const lease = new Date(now.getTime() + MAIL_LEASE_MS)
  return transaction(client, async (tx) => {
    await tx.$executeRaw`
      WITH due AS (
        SELECT n.id, n.person_id, coalesce(p.mail::text, 'AT_ONCE') AS mail
        FROM notification n LEFT JOIN notification_preference p ON p.person_id = n.person_id
        WHERE n.mail_state = 'PENDING' AND n.mail_id IS NULL AND n.next_attempt_at <= ${now}
        ORDER BY n.next_attempt_at, n.id LIMIT ${limit} FOR UPDATE OF n SKIP LOCKED
      ), grouped AS (
        SELECT id, CASE mail WHEN 'DAILY' THEN first_value(id) OVER (PARTITION BY person_id ORDER BY id) ELSE id END AS mail_id
        FROM due
      )
      UPDATE notification n SET mail_id = g.mail_id FROM grouped g WHERE n.id = g.id`
    const rows = await tx.$queryRaw<ClaimedRow[]>`
      WITH head AS (
        SELECT id FROM notification
        WHERE mail_state = 'PENDING' AND mail_id = id AND next_attempt_at <= ${now}
        ORDER BY next_attempt_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
      ), taken AS (
        UPDATE notification n SET attempts = n.attempts + 1, next_attempt_at = ${lease}
        FROM head WHERE n.mail_id = head.id AND n.mail_state = 'PENDING' RETURNING n.*
      )
      SELECT t.*, CASE WHEN p.state = 'ACTIVE' THEN p.email END AS address
      FROM taken t JOIN person p ON p.id = t.person_id ORDER BY t.mail_id, t.id`
    return [...Map.groupBy(rows, ({ mail_id }) => mail_id).values()].flatMap(toMail)
  })
}

/** Gives back mails that were claimed and not tried. */
export async function releaseMails(
  client: PrismaClient,
  now: Date,
  mailIds: readonly string[],
): Promise<void> {
  await client.$executeRaw`
    UPDATE notification SET attempts = attempts - 1, next_attempt_at = ${now}
    WHERE mail_id = ANY(${mailIds}::uuid[]) AND mail_state = 'PENDING' AND attempts > 0`
}

interface ClaimedRow {
  readonly id: string
  readonly mail_id: string
  readonly kind: string
  readonly subject_type: string
  readonly subject_id: string
  readonly subject_name: string
  readonly created_at: Date
  readonly attempts: number
  readonly address: string | null
}

function toMail(rows: readonly ClaimedRow[]): ClaimedMail[] {
  const [head] = rows
  if (head === undefined) return []
  const { mail_id: mailId, address, attempts } = head
  return [{ mailId, address, attempts, notices: rows.map(toNotice) }]
}

function toNotice(row: ClaimedRow): ClaimedNotice {
  const { id, kind, subject_type: subjectType, subject_id: subjectId, subject_name: subjectName } = row
  return { id, kind, subjectType, subjectId, subjectName, createdAt: row.created_at }
}
