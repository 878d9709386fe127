import {
  noticeStanding,
  type IncidentFacts,
  type RecoveryStep,
} from '@official-accounts/domain/incident/incident'
import { Prisma } from '../generated/client/client.ts'
import { storedList, storedOrNull, storedRecord, storedText } from '../stored-json.ts'
import type { Tx } from '../transaction.ts'
import { sendStatement } from '../transaction-connection.ts'

/** What has to be read of an incident before anything is decided on it. */
export const incidentFactsSelect = {
  id: true,
  kind: true,
  state: true,
  componentId: true,
  accountId: true,
  checklist: true,
  noticePublishedAt: true,
  noticeWithdrawnAt: true,
  version: true,
} satisfies Prisma.IncidentSelect

const readChecklist = storedList(
  storedRecord<RecoveryStep>({
    text: storedText,
    doneAt: storedOrNull(storedText),
    doneById: storedOrNull(storedText),
  }),
)

/** An incident as the domain looks at it. */
export function toIncidentFacts({
  noticePublishedAt,
  noticeWithdrawnAt,
  ...row
}: Prisma.IncidentGetPayload<{ select: typeof incidentFactsSelect }>): IncidentFacts {
  const checklist = readChecklist(row.checklist)
  return { ...row, checklist, notice: noticeStanding(noticePublishedAt, noticeWithdrawnAt) }
}

/** An incident under its lock; null where there is none or the caller may not write it. */
export async function lockIncidentRow(tx: Tx, id: string): Promise<IncidentFacts | null> {
  const [row] = await sendStatement<Omit<IncidentFacts, 'checklist'> & { readonly checklist: unknown }>(
    tx,
    Prisma.sql`
    SELECT id, kind::text, state::text, component_id AS "componentId", account_id AS "accountId", checklist, version,
      CASE WHEN notice_published_at IS NULL THEN 'NONE' WHEN notice_withdrawn_at IS NULL THEN 'PUBLISHED'
        ELSE 'WITHDRAWN' END AS notice
    FROM incident WHERE id = ${id}::uuid FOR UPDATE`,
  )
  return row === undefined ? null : { ...row, checklist: readChecklist(row.checklist) }
}

/** Whether a text names somebody the registry knows, in whatever order the parts of the name stand. */
export async function namesSomebody(tx: Tx, text: string | null): Promise<boolean> {
  if (text === null) return false
  const [row] = await sendStatement<{ named: boolean }>(
    tx,
    Prisma.sql`SELECT names_a_person(${text}) AS named`,
  )
  return row?.named ?? false
}
