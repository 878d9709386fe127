import { joinSql, sql, type Sql } from './sql.ts'
import { UnsupportedError } from './unsupported.ts'

/** Writes JSON text from what a statement answered. */
export type Write<Input> = (input: Input) => string

/** SQL of what is read of a row: texts, which are escaped, and what is JSON already and goes as it is. */
export interface CellSql {
  readonly texts: Sql[]
  readonly json: Sql[]
}

/** How many of each a row has. */
export interface CellCount {
  readonly texts: number
  readonly json: number
}

/** A row among the cells of many: where its own begin and end, and at which of them a cursor's values are. */
export interface RowCells {
  /** JSON texts: of a text cell a string or null. */
  readonly cells: readonly string[]
  readonly at: number
  readonly end: number
  readonly cursor: readonly number[]
}

// What array_to_json() puts between elements when asked for lines. JSON text escapes every line feed inside a string,
// and the database writes none around values.
const BETWEEN = ',\n '
const BETWEEN_SQL = String.raw`E',\n '`

/**
 * SQL for a row's cells as one text. An array is escaped in one go, for half of what a function call for each value
 * costs the database, and a text for all rows is read faster than a protocol message for each.
 */
export function rowText({ texts, json }: CellSql): Sql {
  const all: readonly Sql[] = texts.length === 0 ? [["''"]] : texts
  const escaped = sql`array_to_json(array[${joinSql(all, ',')}]::text[],true)::text`
  // The last comes first, so that the places from the end stay when another is read.
  return json.reduceRight<Sql>(
    (before, one) => sql`${before}||${BETWEEN_SQL}||coalesce((${one})::text,'null')`,
    escaped,
  )
}

/** SQL for the cells of all rows as one text; null where there is no row. */
export function rowsText(cells: CellSql, order: Sql): Sql {
  return sql`string_agg(${rowText(cells)},${BETWEEN_SQL} order by ${order})`
}

/** How many cells a row has by now. */
export function countCells({ texts, json }: CellSql): CellCount {
  return { texts: texts.length, json: json.length }
}

/** The cells of rows, from their text. */
export interface Rows {
  readonly cells: readonly string[]
  readonly width: number
}

/**
 * Takes the text of rows of so many cells each apart; null is none.
 *
 * @throws UnsupportedError when they do not come out even, so that no cell is ever taken for another
 */
export function rowsIn(text: string | null, count: CellCount): Rows {
  const texts = Math.max(1, count.texts)
  const width = texts + count.json
  const cells = text === null ? [] : text.split(BETWEEN)
  if (cells.length % width !== 0) throw new UnsupportedError('cells that make no rows')
  // Brackets stand around each row's texts.
  for (let first = 0; first < cells.length; first += width) {
    const last = first + texts - 1
    cells[first] = cells[first]?.slice(1) ?? ''
    cells[last] = cells[last]?.slice(0, -1) ?? ''
  }
  return { cells, width }
}

/** Writes so many rows at most as a list. */
export function writeRows(
  { cells, width }: Rows,
  most: number,
  cursor: readonly number[],
  write: Write<RowCells>,
): string {
  let text = ''
  const end = Math.min(cells.length, most * width)
  for (let at = 0; at < end; at += width) {
    text += `${at === 0 ? '' : ','}${write({ cells, at, end: at + width, cursor })}`
  }
  return `[${text}]`
}

/** The JSON text at a place of a row; what goes as JSON is counted from the row's end. */
export function cellAt({ cells, at, end }: RowCells, place: number): string {
  return cells[place < 0 ? end + place : at + place] ?? 'null'
}

/**
 * The same for what may not be null.
 *
 * @throws UnsupportedError where it is: the ordinary execution says so
 */
export function presentCell(row: RowCells, place: number): string {
  const cell = cellAt(row, place)
  if (cell === 'null') throw new UnsupportedError('a null where none may be')
  return cell
}

/** The text that a cell which is not null holds. */
export function textOf(cell: string): string {
  return cell.includes('\\') ? String(JSON.parse(cell)) : cell.slice(1, -1)
}
