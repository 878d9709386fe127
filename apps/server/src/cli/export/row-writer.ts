import { joinList, writeCell } from '@official-accounts/domain/csv-cell'
import type { ExportRow } from './read-rows.ts'

/** How rows can be written. */
export const FORMATS = ['csv', 'ndjson', 'json'] as const
export type Format = (typeof FORMATS)[number]

/** Rows as the text of a file: CSV with a header (RFC 4180), a JSON object a line, or one JSON list. */
export async function* writeRows(rows: AsyncIterable<ExportRow>, format: Format): AsyncGenerator<string> {
  let count = 0
  for await (const row of rows) {
    if (format === 'csv' && count === 0) yield csvLine(Object.keys(row))
    if (format === 'json') yield count === 0 ? '[\n' : ',\n'
    yield format === 'csv'
      ? csvLine(Object.values(row))
      : `${JSON.stringify(row)}${format === 'json' ? '' : '\n'}`
    count += 1
  }
  if (format === 'json') yield count === 0 ? '[]\n' : '\n]\n'
}

function csvLine(values: readonly unknown[]): string {
  return `${values.map((value) => quoted(cellOf(value))).join(',')}\r\n`
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return writeCell(joinList(value))
  return writeCell(typeof value === 'string' ? value : JSON.stringify(value))
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
