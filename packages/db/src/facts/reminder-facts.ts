import {
  DEFAULT_MAIL_PREFERENCE,
  type MailPreference,
} from '@official-accounts/domain/notification/notification'
import type { PrismaClient } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'

/** What a decision on reminders looks at. */
export interface ReminderFacts {
  /** Null where the person has left. */
  readonly person: { readonly hasAddress: boolean; readonly mail: MailPreference } | null
  /** How many days ahead work is due soon. */
  readonly days: number
  /** Which of the keys asked for they were reminded of already. */
  readonly reminded: ReadonlySet<string>
}

/** Reads whether and of what a person was reminded, under a lock that lets one at a time remind them. */
export async function readReminderFacts(
  tx: Tx,
  personId: string,
  keys: readonly string[],
): Promise<ReminderFacts> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reminders ${personId}`}, 0))`
  const [row] = await tx.$queryRaw<
    { email: string | null; mail: MailPreference | null; days: number; reminded: string[] }[]
  >`
    SELECT p.email, r.mail::text AS mail,
      (SELECT value FROM policy_setting WHERE key = 'WORK_REMINDER_DAYS') AS days,
      ARRAY(
        SELECT DISTINCT k FROM notification n, unnest(n.reminds_of) AS k
        WHERE n.person_id = p.id AND n.kind LIKE 'work.%' AND k = ANY(${keys}::text[])
      ) AS reminded
    FROM person p LEFT JOIN notification_preference r ON r.person_id = p.id
    WHERE p.id = ${personId}::uuid AND p.state = 'ACTIVE' AND p.affiliation <> 'PROGRAM'`
  if (row === undefined) return { person: null, days: 0, reminded: new Set() }
  const { email, mail, days, reminded } = row
  const person = { hasAddress: email !== null, mail: mail ?? DEFAULT_MAIL_PREFERENCE }
  return { person, days, reminded: new Set(reminded) }
}

/** Who may have work: holders of a role, and who stands in for one. For the system alone. */
export async function listWorkers(client: PrismaClient): Promise<readonly string[]> {
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM person p
    WHERE p.state = 'ACTIVE' AND p.affiliation <> 'PROGRAM' AND (
      EXISTS (SELECT FROM role_grant g WHERE g.person_id = p.id AND g.revoked_at IS NULL)
      OR EXISTS (SELECT FROM delegation d WHERE d.delegate_id = p.id AND d.revoked_at IS NULL AND d.ended_at IS NULL)
    ) ORDER BY p.id`
  return rows.map(({ id }) => id)
}

/** How many days ahead work is due soon: policy data. */
export async function readReminderDays(client: PrismaClient): Promise<number> {
  const setting = await client.policySetting.findFirstOrThrow({
    where: { key: 'WORK_REMINDER_DAYS' },
    select: { value: true },
  })
  return setting.value
}
