import type { CsvLine } from '../../csv/to-csv.ts'
import type { RunRow, PlanRow } from './bulk.documents.ts'
import type { Plan } from './bulk-run.ts'

/** An account of a bulk action, as it is shown and reported: what was planned, and what became of it once it has run. */
export interface ReportRow {
  readonly account: PlanRow['account']
  readonly outcome: PlanRow['outcome']
  readonly reason: string | null
  readonly clauses: PlanRow['clauses']
  /** Whether this has happened, and is not only planned. */
  readonly ran: boolean
}

/** Every account of a plan with the newest that is known of it. */
export function reportRows({ rows }: Plan, results: ReadonlyMap<string, RunRow>): readonly ReportRow[] {
  return rows.map(({ account, ...planned }) => {
    const result = results.get(account.id)
    return { account, ...(result ?? planned), ran: result !== undefined }
  })
}

/** A row of a report as a line of a file; handles stand without their `@`. */
export function reportLine(row: ReportRow, plan: Plan, groupId: string | null): CsvLine {
  const { account, outcome, reason, clauses, ran } = row
  return {
    name: account.title,
    platform: account.platform.name,
    handle: account.handle.replace(/^@/, ''),
    url: account.profileUrl,
    component: account.component.code,
    action: plan.input.action,
    outcome: ran || outcome !== 'CHANGES' ? outcome : 'WOULD_CHANGE',
    reason: reason ?? '',
    clauses: clauses.map(({ id }) => id).join(' '),
    group: groupId ?? '',
  }
}
