import { describe, expect, test } from 'vitest'
import { shownColumns } from './list-definition.ts'

const COLUMNS = [
  { id: 'title', rowHeader: true },
  { id: 'state' },
  { id: 'language', optional: true },
  { id: 'changedAt' },
]

const idsOf = (chosen: readonly string[] | undefined) => shownColumns(COLUMNS, chosen).map(({ id }) => id)

describe('the columns of a list', () => {
  test('are the list’s own choice when nobody chose', () => {
    expect(idsOf(undefined)).toEqual(['title', 'state', 'changedAt'])
  })
  test('come as they were chosen, optional ones included', () => {
    expect(idsOf(['changedAt', 'title', 'language'])).toEqual(['changedAt', 'title', 'language'])
  })
  test('always name the row', () => {
    expect(idsOf(['state'])).toEqual(['title', 'state'])
  })
})
