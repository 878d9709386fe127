import { Button } from '@trussworks/react-uswds'
import { saveFile } from '../../csv/save-file.ts'
import { toCsv } from '../../csv/to-csv.ts'
import { reportLine, type ReportRow } from './bulk-report.ts'
import type { Plan } from './bulk-run.ts'

interface SaveReportProps {
  readonly plan: Plan
  readonly rows: readonly ReportRow[]
  readonly groupId: string | null
}

/** Saves what is known of every account of a bulk action as CSV. */
export function SaveReport({ plan, rows, groupId }: SaveReportProps) {
  const name = `${plan.input.action}-${groupId ?? 'dry-run'}.csv`
  return (
    <Button
      type="button"
      outline
      onClick={() => saveFile(name, 'text/csv', toCsv(rows.map((row) => reportLine(row, plan, groupId))))}
    >
      Download the report as CSV
    </Button>
  )
}
