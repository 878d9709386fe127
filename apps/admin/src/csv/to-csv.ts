import Papa from 'papaparse'

/** A line of a file, by its column. */
export type CsvLine = Readonly<Record<string, string | number>>

/** Lines as CSV; a cell that a spreadsheet would take for a formula is made text (CWE-1236). */
export function toCsv(lines: readonly CsvLine[]): string {
  return `${Papa.unparse([...lines], { escapeFormulae: true, newline: '\r\n' })}\r\n`
}
