import type { CertificationQuestion } from '@official-accounts/domain/certification/certification'
import type { OpeningFacts } from '@official-accounts/domain/certification/certification-opening'
import { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'

/** An account a new certification would ask about. */
export interface CertifiableAccount {
  readonly id: string
  readonly componentId: string
  /** The newest answer given for it, which the next one is compared with. */
  readonly previousId: string | null
}

/** The accounts in use among those asked for, and what stands in the way of asking about them. */
export interface CertifiableAccounts {
  readonly accounts: readonly CertifiableAccount[]
  readonly overlap: OpeningFacts['overlap']
}

/** One certification is opened at a time: two at once would not see each other's accounts. */
export async function lockOpening(tx: Tx): Promise<void> {
  await sendStatement(
    tx,
    Prisma.sql`SELECT 1 AS held FROM pg_advisory_xact_lock(hashtext('official-accounts certification'))`,
  )
}

/** Reads the accounts that are in use, with the open certification that asks one of them the same already. */
export async function readCertifiable(
  tx: Tx,
  accountIds: readonly string[],
  questions: readonly { readonly key: string; readonly text: string }[],
): Promise<CertifiableAccounts> {
  const ids = Prisma.sql`${[...accountIds]}::uuid[]`
  const keys = questions.map(({ key }) => key)
  const texts = questions.map(({ text }) => text.toLowerCase())
  const [row] = await sendStatement<CertifiableAccounts>(
    tx,
    Prisma.sql`
    SELECT coalesce((
        SELECT jsonb_agg(jsonb_build_object('id', a.id, 'componentId', a.component_id, 'previousId', (
          SELECT p.id FROM certification_answer p WHERE p.account_id = a.id AND p.state = 'ANSWERED'
          ORDER BY p.answered_at DESC, p.id DESC LIMIT 1)) ORDER BY a.slug)
        FROM account a WHERE a.id = ANY (${ids}) AND a.state IN ('ACTIVE', 'SUSPENDED', 'RETIRING')), '[]') AS accounts,
      (SELECT jsonb_build_object('id', o.id, 'name', o.name, 'key', o.key, 'accounts', o.accounts)
        FROM (SELECT c.id, c.name, q.key, count(*) AS accounts
          FROM certification c JOIN certification_question q ON q.certification_id = c.id
          JOIN certification_answer n ON n.certification_id = c.id
          WHERE c.state = 'OPEN' AND (q.key = ANY (${keys}::text[]) OR lower(q.text) = ANY (${texts}::text[]))
            AND n.account_id = ANY (${ids})
          GROUP BY c.id, c.name, q.key, q.position ORDER BY c.id, q.position LIMIT 1) o) AS overlap`,
  )
  return row ?? { accounts: [], overlap: null }
}

/** A new certification with everything that hangs on it. */
export interface NewCertification {
  readonly id: string
  readonly name: string
  readonly filter: string
  readonly dueOn: Date
  readonly reminderDays: readonly number[]
  readonly overdueDays: number
  readonly remindedDays: number | null
  readonly openedById: string
  readonly questions: readonly (CertificationQuestion & { readonly id: string; readonly position: number })[]
  readonly parts: readonly { readonly id: string; readonly componentId: string; readonly count: number }[]
  readonly answers: readonly {
    readonly id: string
    readonly partId: string
    readonly componentId: string
    readonly accountId: string
    readonly previousId: string | null
  }[]
}

/** Writes a certification, its questions, parts and accounts in one statement. */
export async function insertCertification(tx: Tx, row: NewCertification, now: Date): Promise<void> {
  const at = Prisma.sql`${now.toISOString()}::timestamptz`
  await sendStatement(
    tx,
    Prisma.sql`
    WITH certification AS (
      INSERT INTO certification (id, name, state, filter, due_on, reminder_days, overdue_days, reminded_days,
        opened_by_id, opened_at, version, changed_at)
      VALUES (${row.id}::uuid, ${row.name}, 'OPEN', ${row.filter}, ${row.dueOn.toISOString().slice(0, 10)}::date,
        ${[...row.reminderDays]}::int[], ${row.overdueDays}::int, ${row.remindedDays}::int, ${row.openedById}::uuid,
        ${at}, 1, ${at})
    ), question AS (
      INSERT INTO certification_question (id, certification_id, position, key, text, kind, choices, clause)
      SELECT q.id, ${row.id}::uuid, q.position, q.key, q.text, q.kind::"QuestionKind",
        ARRAY(SELECT jsonb_array_elements_text(q.choices)), q.clause
      FROM jsonb_to_recordset(${JSON.stringify(row.questions)}::jsonb)
        AS q(id uuid, position int, key text, text text, kind text, choices jsonb, clause text)
    ), part AS (
      INSERT INTO certification_part (id, certification_id, component_id, state, account_count, version, changed_at)
      SELECT p.id, ${row.id}::uuid, p."componentId", 'OPEN', p.count, 1, ${at}
      FROM jsonb_to_recordset(${JSON.stringify(row.parts)}::jsonb) AS p(id uuid, "componentId" uuid, count int)
    )
    INSERT INTO certification_answer (id, certification_id, part_id, component_id, account_id, previous_id, state)
    SELECT n.id, ${row.id}::uuid, n."partId", n."componentId", n."accountId", n."previousId", 'WAITING'
    FROM jsonb_to_recordset(${JSON.stringify(row.answers)}::jsonb)
      AS n(id uuid, "partId" uuid, "componentId" uuid, "accountId" uuid, "previousId" uuid)`,
  )
}

/** An account's answer as it is written down. */
export interface WrittenAnswer {
  readonly id: string
  readonly answers: unknown
  readonly evidence: unknown
}

/** How an answer was given. */
export interface AnswerAct {
  readonly unchanged: boolean
  readonly note: string | null
  readonly answeredById: string
  readonly now: Date
}

/** Writes the answer for one account, and counts the part's change, in one statement. */
export async function writeAnswer(
  tx: Tx,
  part: { readonly id: string; readonly version: number },
  { id, answers, evidence }: WrittenAnswer,
  { unchanged, note, answeredById, now }: AnswerAct,
): Promise<void> {
  const at = Prisma.sql`${now.toISOString()}::timestamptz`
  await sendStatement(
    tx,
    Prisma.sql`
    WITH part AS (
      UPDATE certification_part SET version = ${part.version + 1}::int, changed_at = ${at} WHERE id = ${part.id}::uuid
    )
    UPDATE certification_answer SET state = 'ANSWERED', answers = ${JSON.stringify(answers)}::jsonb,
      evidence = ${JSON.stringify(evidence)}::jsonb, unchanged = ${unchanged}::boolean, note = ${note}::text,
      return_reason = NULL, answered_by_id = ${answeredById}::uuid, answered_at = ${at}
    WHERE id = ${id}::uuid`,
  )
}
