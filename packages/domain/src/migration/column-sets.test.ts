import { expect, test } from 'vitest'
import { COLUMN_SETS, readColumns } from './column-sets.ts'

test('a header is known by its columns, in any order', () => {
  expect(readColumns(COLUMN_SETS.accounts)).toEqual({ known: true, columnSet: 'accounts' })
  expect(readColumns(COLUMN_SETS['registry-export'].toReversed())).toEqual({
    known: true,
    columnSet: 'registry-export',
  })
})

test('a header that is not known names what is missing, unknown and repeated beside the set it is nearest to', () => {
  expect(readColumns(['Agency', 'Service', 'link', 'link', 'status', 'Notes'])).toEqual({
    known: false,
    nearest: 'registry-export',
    missing: ['Account Name', 'Short description', 'Last update'],
    unknown: ['Notes'],
    repeated: ['link'],
  })
  expect(readColumns(['COMPONENT', 'PLATFORM'])).toMatchObject({ known: false, nearest: 'accounts' })
})
