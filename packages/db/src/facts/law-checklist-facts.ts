import { AUTHORITIES, isAuthorityId } from '@official-accounts/domain/directive/authorities'
import {
  LAW_ANSWERERS,
  LAW_AREAS,
  LAW_FACTS,
  type LawAnswer,
  type LawChecklist,
  type LawItem,
  type LawStandard,
} from '@official-accounts/domain/law-checklist/law-checklist'
import { Prisma } from '../generated/client/client.ts'
import {
  storedChoice,
  storedList,
  storedNumber,
  storedOrNull,
  storedRecord,
  storedText,
} from '../stored-json.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'
import { newId } from '../uuid.ts'

/** What has to be read of a checklist to know what it asks. */
export const lawChecklistSelect = { id: true, version: true, items: true } satisfies Prisma.LawChecklistSelect

type LawChecklistRow = Prisma.LawChecklistGetPayload<{ select: typeof lawChecklistSelect }>

const readItems = storedList(
  storedRecord<LawItem>({
    key: storedText,
    area: storedChoice(LAW_AREAS),
    question: storedText,
    help: storedOrNull(storedText),
    answerer: storedChoice(LAW_ANSWERERS),
    authority: storedOrNull(storedChoice(Object.keys(AUTHORITIES).filter(isAuthorityId))),
    fact: storedOrNull(storedChoice(LAW_FACTS)),
    version: storedNumber,
  }),
)

/** The row as the domain looks at it: its items were checked as it was adopted, and are never changed. */
export function toLawChecklist({ id, version, items }: LawChecklistRow): LawChecklist {
  return { id, version, items: readItems(items) }
}

/** The same inside JSON. */
export interface StoredLawStandard {
  readonly version: number
  readonly items: Prisma.JsonValue
  readonly periodDays: number
}

/** What is asked of every account, as one JSON value. */
export const LAW_STANDARD = Prisma.sql`(SELECT jsonb_build_object('version', w.version, 'items', w.items, 'periodDays',
    (SELECT value FROM policy_setting WHERE key = 'LAW_ANSWER_PERIOD_DAYS' AND queue IS NULL))
  FROM law_checklist w ORDER BY w.version DESC LIMIT 1)`

/** What was read of it as the domain looks at it. */
export function toLawStandard({ version, items, periodDays }: StoredLawStandard): LawStandard {
  return { version, periodDays, items: readItems(items) }
}

/** The one select of an account's answers, so that every reading of them is one query. */
export const lawAnswersSelect = {
  orderBy: { itemKey: 'asc' },
  select: { itemKey: true, itemVersion: true, outcome: true, note: true, answeredAt: true },
} satisfies Prisma.Account$lawAnswersArgs

/** An answer inside JSON, which knows no dates. */
export type StoredLawAnswer = Omit<LawAnswer, 'answeredAt'> & { readonly answeredAt: string }

/** The answers of an account, as one JSON value. */
export function lawAnswersSql(accountId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('itemKey', n.item_key, 'itemVersion', n.item_version,
      'outcome', n.outcome, 'note', n.note, 'answeredAt', n.answered_at) ORDER BY n.item_key), '[]')
    FROM law_answer n WHERE n.account_id = ${accountId})`
}

/** What was read of it as the domain looks at it. */
export function toLawAnswer(stored: StoredLawAnswer): LawAnswer {
  return { ...stored, answeredAt: new Date(stored.answeredAt) }
}

/** The checklist in force; whoever else would adopt the next one waits. Throws where there is none. */
export async function lockLawChecklist(tx: Tx): Promise<LawChecklist> {
  // Asked for by itself: the statement after it sees what was committed while it waited.
  await sendStatement(tx, Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('law_checklist'))`)
  const [row] = await sendStatement<LawChecklistRow>(
    tx,
    Prisma.sql`SELECT id, version, items FROM law_checklist ORDER BY version DESC LIMIT 1`,
  )
  if (row === undefined) throw new Error('There is no checklist of law and policy.')
  return toLawChecklist(row)
}

/** Answers as they are given at once, each to an item's present wording. */
export interface WrittenLawAnswers {
  readonly accountId: string
  readonly answers: readonly Omit<LawAnswer, 'answeredAt'>[]
  readonly answeredById: string
  readonly role: string | null
  readonly at: Date
}

/** Keeps answers in the place of those given before to the same items, in one statement. */
export async function writeLawAnswers(tx: Tx, written: WrittenLawAnswers): Promise<void> {
  const { accountId, answers, answeredById, role, at } = written
  const rows = answers.map((answer) => ({ ...answer, id: newId(at.getTime()) }))
  await sendStatement(
    tx,
    Prisma.sql`
    INSERT INTO law_answer (id, account_id, item_key, item_version, outcome, note, answered_by_id, role, answered_at)
    SELECT r.id, ${accountId}::uuid, r."itemKey", r."itemVersion", r.outcome::"LawOutcome", r.note, ${answeredById}::uuid,
      ${role}::"Role", ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, "itemKey" text, "itemVersion" int, outcome text, note text)
    ON CONFLICT (account_id, item_key) DO UPDATE SET item_version = excluded.item_version, outcome = excluded.outcome,
      note = excluded.note, answered_by_id = excluded.answered_by_id, role = excluded.role,
      answered_at = excluded.answered_at`,
  )
}
