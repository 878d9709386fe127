import { Prisma } from '@official-accounts/db/generated/client/client'
import type { Tx } from '@official-accounts/db/transaction'
import { sendStatement } from '@official-accounts/db/transaction-connection'
import { newId } from '@official-accounts/db/uuid'
import { changesBetween, type AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import type { Subject } from '@official-accounts/domain/compliance/compliance'
import type {
  FindingToOpen,
  OpenFinding,
  SubjectChanges,
} from '@official-accounts/domain/compliance/evaluate'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import type { Applied } from '../command.ts'

interface Opened {
  readonly id: string
  readonly subject: Subject
  readonly finding: FindingToOpen
}

/** Writes what an evaluation changes: one statement for each kind of change, and an audit entry for each finding. */
export async function writeChanges(tx: Tx, changes: readonly SubjectChanges[], now: Date): Promise<Applied> {
  const opened = changes.flatMap(({ subject, open }) =>
    open.map((finding) => ({ id: newId(now.getTime()), subject, finding })),
  )
  const updated = changes.flatMap(({ subject, update }) =>
    update.map(({ finding, to }) => ({ subject, finding, to })),
  )
  const closed = changes.flatMap(({ close }) => close)
  if (opened.length > 0) await insertFindings(tx, opened, now)
  if (updated.length > 0) await updateFindings(tx, updated)
  if (closed.length > 0) await closeFindings(tx, closed, now)
  const [first, ...rest] = [
    ...opened.map(openedEntry),
    ...updated.map(updatedEntry),
    ...closed.map(closedEntry),
  ]
  if (first === undefined) throw new Error('An evaluation that changes nothing is refused before it writes.')
  const components = [...new Set([first, ...rest].flatMap(({ componentId }) => componentId ?? []))].sort()
  return {
    result: { type: 'Finding', id: first.subjectId },
    audit: [first, ...rest],
    // One for each component and not for each finding: the first evaluation of all opens thousands.
    events: components.map((id) => ({ type: 'finding.evaluated', subjectType: 'Component', subjectId: id })),
  }
}

async function insertFindings(tx: Tx, opened: readonly Opened[], now: Date): Promise<void> {
  const rows = opened.map(({ id, subject, finding }) => ({
    id,
    ...finding,
    componentId: subject.componentId,
    accountId: subject.kind === 'ACCOUNT' ? subject.id : null,
    platformId: subject.kind === 'PLATFORM' ? subject.id : null,
  }))
  await sendStatement(
    tx,
    Prisma.sql`
    INSERT INTO finding (id, clause, code, state, severity, origin, account_id, platform_id, component_id, detail, opened_at)
    SELECT id, clause, code, 'OPEN', severity::"FindingSeverity", 'AUTOMATIC', "accountId", "platformId", "componentId",
      detail, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, clause text, code text, severity text,
      "accountId" uuid, "platformId" uuid, "componentId" uuid, detail text)`,
  )
}

interface Updated {
  readonly subject: Subject
  readonly finding: OpenFinding
  readonly to: FindingToOpen
}

async function updateFindings(tx: Tx, updated: readonly Updated[]): Promise<void> {
  const rows = updated.map(({ subject, finding, to }) => ({
    ...to,
    id: finding.id,
    componentId: subject.componentId,
  }))
  await sendStatement(
    tx,
    Prisma.sql`
    UPDATE finding f SET clause = r.clause, severity = r.severity::"FindingSeverity", detail = r.detail,
      component_id = r."componentId", version = f.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, clause text, severity text, detail text,
      "componentId" uuid)
    WHERE f.id = r.id AND f.state = 'OPEN'`,
  )
}

interface Closed {
  readonly finding: OpenFinding
  readonly reason: string
}

async function closeFindings(tx: Tx, closed: readonly Closed[], now: Date): Promise<void> {
  const rows = closed.map(({ finding, reason }) => ({ id: finding.id, reason }))
  await sendStatement(
    tx,
    Prisma.sql`
    UPDATE finding f SET state = 'CLOSED', closed_at = ${now}::timestamptz, close_reason = r.reason, version = f.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, reason text)
    WHERE f.id = r.id AND f.state = 'OPEN'`,
  )
}

function entry(
  id: string,
  componentId: string,
  clause: string,
  rest: Pick<AuditEntry, 'reason' | 'changes'>,
): AuditEntry {
  const clauses = isClauseId(clause) ? [clause] : []
  return {
    action: 'compliance.evaluate',
    componentId,
    subjectType: 'Finding',
    subjectId: id,
    clauses,
    ...rest,
  }
}

const KEPT = ['clause', 'severity', 'detail', 'componentId'] as const

function openedEntry({ id, subject, finding }: Opened): AuditEntry {
  return entry(id, subject.componentId, finding.clause, {
    reason: null,
    changes: [
      { field: 'state', before: null, after: 'OPEN' },
      { field: 'code', before: null, after: finding.code },
      { field: 'subject', before: null, after: `${subject.kind}/${subject.id}` },
      { field: 'detail', before: null, after: finding.detail },
    ],
  })
}

function updatedEntry({ subject, finding, to }: Updated): AuditEntry {
  return entry(finding.id, subject.componentId, to.clause, {
    reason: null,
    changes: changesBetween(KEPT, finding, { ...to, componentId: subject.componentId }),
  })
}

function closedEntry({ finding, reason }: Closed): AuditEntry {
  return entry(finding.id, finding.componentId, finding.clause, {
    reason,
    changes: [{ field: 'state', before: 'OPEN', after: 'CLOSED' }],
  })
}
