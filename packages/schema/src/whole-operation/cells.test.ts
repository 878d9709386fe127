import { describe, expect, test } from 'vitest'
import { cellAt, presentCell, rowsIn, textOf, writeRows, type RowCells } from './cells.ts'
import { UnsupportedError } from './unsupported.ts'

// What array_to_json(…, true) gives for these rows, joined as rowsText() joins them.
const ROWS = ['["a",\n null]', String.raw`["],\n [\",",` + '\n "null"]', '["",\n "\\\\"]'].join(',\n ')

function everyCell(row: RowCells): string {
  return `${cellAt(row, 0)}|${cellAt(row, 1)}`
}

describe('the cells of rows', () => {
  test('are told apart whatever texts they hold', () => {
    expect(rowsIn(ROWS, { texts: 2, json: 0 }).cells).toEqual([
      '"a"',
      'null',
      String.raw`"],\n [\","`,
      '"null"',
      '""',
      String.raw`"\\"`,
    ])
  })

  test('are written row by row, and no more rows than are shown', () => {
    expect(writeRows(rowsIn(ROWS, { texts: 2, json: 0 }), 1, [], everyCell)).toBe('["a"|null]')
    expect(writeRows(rowsIn(ROWS, { texts: 2, json: 0 }), 9, [], everyCell).split('|')).toHaveLength(4)
    expect(writeRows(rowsIn(null, { texts: 2, json: 0 }), 9, [], everyCell)).toBe('[]')
  })

  test('may be JSON as it is, counted from the end of the row', () => {
    const { cells } = rowsIn('["a"],\n {"b": ["],", 1]},\n 7', { texts: 1, json: 2 })
    const row = { cells, at: 0, end: 3, cursor: [] }
    expect([cellAt(row, 0), cellAt(row, -2), cellAt(row, -1)]).toEqual(['"a"', '{"b": ["],", 1]}', '7'])
  })

  test('that do not come out even are no rows', () => {
    expect(() => rowsIn(ROWS, { texts: 4, json: 0 })).toThrow(UnsupportedError)
  })

  test('count as one where a row needs none', () => {
    const rows = rowsIn('[""],\n [""]', { texts: 0, json: 0 })
    expect(writeRows(rows, 9, [], () => '{}')).toBe('[{},{}]')
  })
})

test('a null where none may be is not written', () => {
  const { cells } = rowsIn('[null,\n "null"]', { texts: 2, json: 0 })
  expect(() => presentCell({ cells, at: 0, end: 2, cursor: [] }, 0)).toThrow(UnsupportedError)
  expect(presentCell({ cells, at: 0, end: 2, cursor: [] }, 1)).toBe('"null"')
})

test('the text of a cell is the one that was escaped', () => {
  expect(textOf('"plain"')).toBe('plain')
  expect(textOf(String.raw`"a \"b\" \\ \n"`)).toBe('a "b" \\ \n')
})
