import { createHash } from 'node:crypto'
import { CsvError, parse } from 'csv-parse/sync'
import {
  COLUMN_SETS,
  readColumns,
  type Cells,
  type ColumnSet,
} from '@official-accounts/domain/migration/column-sets'
import { DomainError, invalidInput, type InputIssue } from '@official-accounts/domain/errors'

/** A file that was understood as a table: rows counted from 1, the header not among them. */
export interface Source {
  readonly columnSet: ColumnSet
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string
  readonly rows: readonly SourceRow[]
}

export interface SourceRow {
  readonly rowNumber: number
  readonly cells: Cells
}

const MOST_BYTES = 20 * 1024 * 1024
const MOST_ROWS = 50_000
const LONGEST_CELL = 10_000
const MOST_ISSUES = 20
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Reads a CSV file (RFC 4180, UTF-8). Whatever cannot be read as a whole is refused as a whole: no half of a file
 * is ever imported.
 *
 * @throws DomainError INVALID_INPUT naming row and column of everything wrong, up to 20 issues
 */
export function readSource(content: string): Source {
  if (Buffer.byteLength(content) > MOST_BYTES) throw refused('The file has more than 20 MB.')
  refuseOtherEncoding(content)
  const [header = [], ...records] = parseCsv(content)
  const columns = header.map((column) => column.trim())
  const columnSet = columnSetOf(columns)
  if (records.length === 0) throw refused('The file has a header and no rows.')
  if (records.length > MOST_ROWS)
    throw refused(`The file has ${records.length} rows, more than ${MOST_ROWS}. Split it.`)
  const issues = records.flatMap((record, at) => issuesOf(record, at + 1, columns))
  if (issues.length > 0)
    throw new DomainError({
      code: 'INVALID_INPUT',
      message: summary(issues),
      issues: issues.slice(0, MOST_ISSUES),
    })
  return {
    columnSet,
    sha256: createHash('sha256').update(content).digest('hex'),
    rows: records.map((record, at) => ({ rowNumber: at + 1, cells: cellsOf(columns, record) })),
  }
}

// Bytes that are no UTF-8 arrive as U+FFFD, or as C1 controls where somebody decoded them as Latin-1.
function refuseOtherEncoding(content: string): void {
  const at = content.search(/[\uFFFD\u0080-\u009F]/)
  if (at < 0 && content.isWellFormed()) return
  const line = content.slice(0, Math.max(at, 0)).split('\n').length
  const message = `Line ${line} holds characters that are not UTF-8; the file seems to be windows-1252. Save it as UTF-8.`
  throw refused(message)
}

function parseCsv(content: string): string[][] {
  const text = content.startsWith(BYTE_ORDER_MARK) ? content.slice(1) : content
  try {
    // Files put together from several have line ends of several kinds.
    return parse(text, { relax_column_count: true, skip_empty_lines: true, record_delimiter: LINE_ENDS })
  } catch (error) {
    if (error instanceof CsvError) throw refused(csvWords(error))
    throw error
  }
}

const LINE_ENDS = ['\r\n', '\n', '\r']

function csvWords({ code, lines }: CsvError): string {
  const line = typeof lines === 'number' ? lines : 1
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `The file is no valid CSV: a quotation mark opened at or before line ${line} is never closed.`
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `The file is no valid CSV: on line ${line} a quotation mark stands inside a cell; write it twice, inside a quoted cell.`
    default:
      return `The file is no valid CSV at line ${line}.`
  }
}

function columnSetOf(columns: readonly string[]): ColumnSet {
  const reading = readColumns(columns)
  if (reading.known) return reading.columnSet
  const { nearest, missing, unknown, repeated } = reading
  const parts = [named('missing', missing), named('unknown', unknown), named('repeated', repeated)].filter(
    Boolean,
  )
  const expected = COLUMN_SETS[nearest].join(', ')
  throw new DomainError({
    code: 'INVALID_INPUT',
    message: `These are not the columns of ${nearest} (${expected}): ${parts.join('; ')}.`,
    issues: [
      ...missing.map((column) => ({ path: `header.${column}`, message: 'This column is missing.' })),
      ...unknown
        .slice(0, MOST_ISSUES)
        .map((column) => ({ path: `header.${shown(column)}`, message: 'This column is not known.' })),
      ...repeated
        .slice(0, MOST_ISSUES)
        .map((column) => ({ path: `header.${shown(column)}`, message: 'This column comes twice.' })),
    ],
  })
}

function named(what: string, columns: readonly string[]): string {
  return columns.length === 0 ? '' : `${what} ${columns.slice(0, MOST_ISSUES).map(shown).join(', ')}`
}

function issuesOf(record: readonly string[], row: number, columns: readonly string[]): InputIssue[] {
  if (record.length !== columns.length) {
    const message = `The row has ${record.length} cells where the header has ${columns.length} columns.`
    return [{ path: `row ${row}`, message }]
  }
  return record.flatMap((value, at) => {
    const path = `row ${row}, column ${columns[at] ?? at + 1}`
    if (value.includes('\0')) return [{ path, message: 'The cell holds a NUL byte.' }]
    return value.length > LONGEST_CELL
      ? [{ path, message: `The cell has ${value.length} characters, more than ${LONGEST_CELL}.` }]
      : []
  })
}

function summary(issues: readonly InputIssue[]): string {
  const [first] = issues
  const more = issues.length > 1 ? ` (${issues.length} problems in all)` : ''
  return `${first?.path ?? 'content'}: ${first?.message ?? 'It cannot be read.'}${more}`
}

function cellsOf(columns: readonly string[], record: readonly string[]): Cells {
  return Object.fromEntries(columns.map((column, at) => [column, record[at] ?? '']))
}

/** The cells of a row as the database gives them back. */
export function storedCells(raw: unknown): Cells {
  if (typeof raw !== 'object' || raw === null) return {}
  return Object.fromEntries(Object.entries(raw).map(([column, value]) => [column, String(value)]))
}

function shown(column: string): string {
  return column === '' ? '(empty)' : column.slice(0, 60)
}

function refused(message: string): DomainError {
  return new DomainError(invalidInput('content', message))
}
