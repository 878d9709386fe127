import { describe, expect, test } from 'vitest'
import { joinList, readCell, splitList, writeCell } from './csv-cell.ts'

describe('a cell', () => {
  const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', "'=1", "''", '=HYPERLINK("javascript:x")']
  test.each(dangerous)('%j does not begin as a formula does, and is read again', (text) => {
    expect(writeCell(text)).toBe(`'${text}`)
    expect(readCell(writeCell(text))).toBe(text)
  })

  test.each(['', 'CBP', 'a=b', 'U.S. "Customs"', 'a\nb', ' =1'])('%j stays as it is', (text) => {
    expect(writeCell(text)).toBe(text)
    expect(readCell(text)).toBe(text)
  })
})

describe('a list in one cell', () => {
  const lists = [[], ['a'], ['a', 'b'], ['a;b', 'c'], ['a\\', 'b'], ['\\;', ';;', 'x\ny'], ['a', '', 'b']]
  test.each(lists.map((list) => [list]))('%j is read again', (list) => {
    expect(splitList(joinList(list))).toEqual(list)
  })
})
