import { expect, test } from 'vitest'
import { toCsv } from './to-csv.ts'

test('a cell that begins like a formula is text in a spreadsheet', () => {
  const csv = toCsv([{ name: '=1+1', handle: '@somebody', phone: '+1', minus: '-2', tab: '\tx' }])
  expect(csv.split('\r\n')[1]).toBe(`"'=1+1","'@somebody","'+1","'-2","'\tx"`)
})

test('commas, quotes and line breaks survive', () => {
  expect(toCsv([{ a: 'x, "y"\nz', b: 2 }])).toBe('a,b\r\n"x, ""y""\nz",2\r\n')
})
