import { Prisma } from '../generated/client/client.ts'
import { sendStatement, type StatementSender } from '../transaction-connection.ts'

/** What people owe personally. */
export type LateKind = 'ACKNOWLEDGEMENT' | 'TRAINING'

/** How many people of a component have let something pass, and since when the first of them has. */
export interface LateConduct {
  readonly componentId: string
  readonly code: string
  readonly name: string
  readonly people: number
  readonly since: Date
}

/** Counts by component who owes something for more than some days, in one statement, of what the reader sees. */
export function readLateConduct(
  sender: StatementSender,
  kind: LateKind,
  now: Date,
  days: number,
): Promise<readonly LateConduct[]> {
  const late = new Date(now.getTime() - days * 86_400_000)
  return sendStatement<LateConduct>(
    sender,
    Prisma.sql`SELECT o.component_id AS "componentId", c.code, c.name, count(DISTINCT o.person_id)::int AS people,
      min(o.since) AS since
    FROM (${kind === 'TRAINING' ? untrained(now) : unacknowledged(now)}) o JOIN component c ON c.id = o.component_id
    WHERE o.since < ${late}::timestamptz GROUP BY o.component_id, c.code, c.name ORDER BY o.component_id`,
  )
}

const held = (now: Date) => Prisma.sql`
  SELECT g.person_id, g.component_id, g.role, g.valid_from FROM role_grant g JOIN person h ON h.id = g.person_id
  WHERE g.component_id IS NOT NULL AND g.revoked_at IS NULL AND g.valid_from <= ${now}::timestamptz
    AND (g.valid_until IS NULL OR g.valid_until > ${now}::timestamptz) AND h.state = 'ACTIVE'`

// The newest version of each document that has begun counts; what it asks of a role is owed from its beginning on.
function unacknowledged(now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT g.person_id, g.component_id, greatest(v.effective_from, g.valid_from) AS since
    FROM (SELECT DISTINCT ON (document_id) id, effective_from, roles FROM guidance_version
      WHERE effective_from <= ${now}::timestamptz ORDER BY document_id, number DESC) v
    JOIN (${held(now)}) g ON g.role = ANY (v.roles)
    WHERE NOT person_acknowledged(g.person_id, v.id)`
}

// Everybody who answers for an account in use; owed from the end of the last completion, or from when it is required.
function untrained(now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT k.person_id, a.component_id, greatest(t.required_from, k.started_at,
      (SELECT max(p.expires_on)::timestamptz FROM person_training(k.person_id) p WHERE p.course_id = t.id)) AS since
    FROM contact k JOIN person h ON h.id = k.person_id JOIN account a ON a.id = k.account_id
    CROSS JOIN training_course t
    WHERE k.ended_at IS NULL AND h.state = 'ACTIVE' AND a.state IN ('ACTIVE', 'SUSPENDED', 'RETIRING')
      AND t.required_from <= ${now}::timestamptz AND (t.ended_at IS NULL OR t.ended_at > ${now}::timestamptz)
      AND NOT EXISTS (SELECT FROM person_training(k.person_id) p
        WHERE p.course_id = t.id AND p.expires_on > ${now}::timestamptz)`
}
