import { Prisma } from '../generated/client/client.ts'
import { sendStatement, type StatementSender } from '../transaction-connection.ts'

/** The records whose date has come and from which nothing has followed yet, by id. */
export interface DueLapses {
  readonly roles: readonly string[]
  readonly delegations: readonly string[]
  readonly exceptions: readonly string[]
  /** People who answer for an account and whose training has run out. */
  readonly people: readonly string[]
  /** Approvals of the Chief Privacy Officer. */
  readonly privacyApprovals: readonly string[]
}

// Every instant at which something ends or begins by its date and from which nothing has followed yet.
const WAITING = Prisma.sql`
  SELECT 'roles' AS kind, id, valid_until AS at FROM role_grant
    WHERE revoked_at IS NULL AND ended_at IS NULL AND valid_until IS NOT NULL
  UNION ALL SELECT 'delegations', id, valid_until FROM delegation
    WHERE revoked_at IS NULL AND ended_at IS NULL AND valid_until IS NOT NULL
  UNION ALL SELECT 'exceptions', id, valid_from FROM exception WHERE state = 'GRANTED' AND begun_at IS NULL
  UNION ALL SELECT 'exceptions', id, valid_until FROM exception WHERE state = 'GRANTED' AND ended_at IS NULL
  UNION ALL SELECT 'privacyApprovals', id, expires_on::timestamp AT TIME ZONE 'UTC' FROM privacy_approval
    WHERE state = 'APPROVED' AND ended_at IS NULL AND expires_on IS NOT NULL
  UNION ALL SELECT 'people', p.id, p.training_lapses_at FROM person p
    WHERE p.training_lapse_noted_at IS NULL AND p.training_lapses_at IS NOT NULL
      AND EXISTS (SELECT FROM contact k WHERE k.person_id = p.id AND k.ended_at IS NULL)`

/** What has come due by its date, in the order of the ids. */
export async function readDueLapses(sender: StatementSender, now: Date): Promise<DueLapses> {
  const rows = await sendStatement<{ kind: keyof DueLapses; ids: string[] }>(
    sender,
    Prisma.sql`SELECT kind, array_agg(DISTINCT id ORDER BY id) AS ids FROM (${WAITING}) AS waiting
      WHERE at <= ${now}::timestamptz GROUP BY kind`,
  )
  const idsOf = (kind: keyof DueLapses) => rows.find((row) => row.kind === kind)?.ids ?? []
  return {
    roles: idsOf('roles'),
    delegations: idsOf('delegations'),
    exceptions: idsOf('exceptions'),
    people: idsOf('people'),
    privacyApprovals: idsOf('privacyApprovals'),
  }
}

/** The next instant at which something comes due by its date, or the past one for which it is overdue; null for none. */
export async function readNextLapse(sender: StatementSender): Promise<Date | null> {
  const [row] = await sendStatement<{ at: Date | null }>(
    sender,
    Prisma.sql`SELECT min(at) AS at FROM (${WAITING}) AS waiting`,
  )
  return row?.at ?? null
}
