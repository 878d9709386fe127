import type { CsvLine } from '../../csv/to-csv.ts'
import { changeWords } from './fact-changes.tsx'
import type { ImportPreview, ImportRow } from './import.documents.ts'

/** What would become of a row, as a line of a report; handles stand without their `@`. */
export function previewLine(row: ImportPreview['rows'][number]): CsvLine {
  return {
    row: row.rowNumber,
    outcome: row.outcome,
    code: row.code,
    reason: row.reason,
    same_as_row: row.duplicateOf ?? '',
    platform: row.platformName ?? '',
    handle: row.handle ?? '',
    url: row.profileUrl ?? '',
    changes: row.changes.map(changeWords).join('; '),
  }
}

/** What became of a row, as a line of a report, the row itself after it as it was in the file. */
export function rowLine(row: ImportRow): CsvLine {
  const cells = Object.entries(typeof row.raw === 'object' && row.raw !== null ? row.raw : {})
  return {
    row: row.rowNumber,
    outcome: row.outcome,
    code: row.code,
    reason: row.reason,
    same_as_row: row.duplicateOf ?? '',
    decision: row.resolution ?? '',
    ...Object.fromEntries(
      cells.map(([column, value]) => [`file: ${column}`, bareHandle(column, String(value))]),
    ),
  }
}

/** The name of a report on a file. */
export function reportName(fileName: string): string {
  return `${fileName.replace(/\.csv$/i, '')}-report.csv`
}

function bareHandle(column: string, value: string): string {
  return column.toLowerCase() === 'handle' ? value.replace(/^@/, '') : value
}
