import { expect, it } from 'vitest'
import { toCsv } from '../../csv/to-csv.ts'
import { previewLine, reportName } from './row-report.ts'

const ROW = {
  rowNumber: 7,
  outcome: 'UPDATED',
  code: 'NEWER_FACTS',
  reason: 'Listed later.',
  duplicateOf: null,
  platformName: 'X',
  handle: 'testoutpost',
  profileUrl: 'https://x.com/testoutpost',
  existingAccountId: null,
  changes: [
    { field: 'title', before: 'Old', after: 'New' },
    { field: 'language', before: null, after: 'es' },
  ],
} as const

it('says of each row what becomes of it, and what changes field by field', () => {
  const csv = toCsv([previewLine({ ...ROW, changes: [...ROW.changes] })])
  expect(csv.split('\r\n')).toEqual([
    'row,outcome,code,reason,same_as_row,platform,handle,url,changes',
    '7,UPDATED,NEWER_FACTS,Listed later.,,X,testoutpost,https://x.com/testoutpost,Name: “Old” becomes “New”; Language: es',
    '',
  ])
})

it('holds no cell that a spreadsheet would run', () => {
  const csv = toCsv([{ row: 1, reason: '=HYPERLINK("https://example.gov")' }])
  expect(csv).toContain(`"'=HYPERLINK`)
})

it('is named after its file', () => {
  expect(reportName('Accounts 2026.CSV')).toBe('Accounts 2026-report.csv')
})
