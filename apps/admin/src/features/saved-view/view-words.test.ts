import { describe, expect, test } from 'vitest'
import { searchToKeep, showsView } from './view-words.ts'

describe('a view and the address that shows it', () => {
  test('a view keeps filters, order and columns, and not the page nor the view it came from', () => {
    const search = {
      state: ['ACTIVE'],
      order: 'TITLE',
      page: 2,
      after: ['abc'],
      view: 'old',
      columns: ['title'],
    }
    expect(searchToKeep(search)).toBe('state=ACTIVE&order=TITLE&columns=title')
  })
  test('an address shows a view whatever the order of its parts', () => {
    const view = { search: 'order=TITLE&state=ACTIVE' }
    expect(showsView({ state: ['ACTIVE'], order: 'TITLE', page: 3, after: ['x'] }, view)).toBe(true)
    expect(showsView({ state: ['ACTIVE'] }, view)).toBe(false)
  })
  test('columns in another order are another view', () => {
    const view = { search: 'columns=title&columns=state' }
    expect(showsView({ columns: ['title', 'state'] }, view)).toBe(true)
    expect(showsView({ columns: ['state', 'title'] }, view)).toBe(false)
  })
})
