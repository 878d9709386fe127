import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'

/** A timer that begins. */
interface StartedTimer {
  readonly id: string
  readonly accountId: string
  readonly kind: string
  readonly dueAt: Date
}

/** What became of a running timer; null for what did not happen now. */
export interface ChangedTimer {
  readonly id: string
  readonly warned: 'FIRST' | 'LAST' | null
  readonly escalated: boolean
  readonly outcome: string | null
}

/** Findings that open or close with a timer. */
export interface TimerFinding {
  readonly id: string
  readonly accountId: string
  readonly componentId: string
  readonly clause: string
  readonly code: string
  readonly detail: string
}

/** Everything that is written about timers at one instant. */
interface TimerWrites {
  readonly started: readonly StartedTimer[]
  readonly changed: readonly ChangedTimer[]
  readonly suspended: readonly string[]
  readonly opened: readonly TimerFinding[]
  readonly closed: readonly { readonly accountId: string; readonly code: string }[]
}

/** Writes timers, the suspensions they end in and their findings, in one statement. The accounts are locked. */
export async function writeTimers(tx: Tx, writes: TimerWrites, now: Date): Promise<void> {
  const { started, changed, suspended, opened, closed } = writes
  await sendStatement(
    tx,
    Prisma.sql`
    WITH started AS (
      INSERT INTO account_timer (id, account_id, kind, started_at, due_at)
      SELECT id, "accountId", kind::"AccountTimerKind", ${now}::timestamptz, "dueAt"
      FROM jsonb_to_recordset(${JSON.stringify(started)}::jsonb) AS s(id uuid, "accountId" uuid, kind text, "dueAt" timestamptz)
    ), changed AS (
      UPDATE account_timer t SET
        first_warned_at = CASE WHEN c.warned IS NULL THEN t.first_warned_at ELSE coalesce(t.first_warned_at, ${now}::timestamptz) END,
        last_warned_at = CASE WHEN c.warned = 'LAST' THEN ${now}::timestamptz ELSE t.last_warned_at END,
        escalated_at = CASE WHEN c.escalated THEN ${now}::timestamptz ELSE t.escalated_at END,
        ended_at = CASE WHEN c.outcome IS NULL THEN NULL ELSE ${now}::timestamptz END,
        outcome = c.outcome::"AccountTimerOutcome"
      FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS c(id uuid, warned text, escalated boolean, outcome text)
      WHERE t.id = c.id AND t.ended_at IS NULL
    ), opened AS (
      INSERT INTO finding (id, clause, code, state, account_id, component_id, detail, opened_at)
      SELECT id, clause, code, 'OPEN', "accountId", "componentId", detail, ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(opened)}::jsonb)
        AS f(id uuid, clause text, code text, "accountId" uuid, "componentId" uuid, detail text)
      ON CONFLICT DO NOTHING
    ), closed AS (
      UPDATE finding f SET state = 'CLOSED', closed_at = ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(closed)}::jsonb) AS c("accountId" uuid, code text)
      WHERE f.account_id = c."accountId" AND f.code = c.code AND f.state = 'OPEN'
    )
    UPDATE account SET state = 'SUSPENDED', suspended_at = ${now}::timestamptz, version = version + 1,
      changed_at = ${now}::timestamptz
    WHERE id = ANY (${[...suspended]}::uuid[]) AND state = 'ACTIVE'`,
  )
}
