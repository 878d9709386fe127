import { expect, test } from 'vitest'
import { account } from '../data/directory.fixture.ts'
import { letterOf, letterStarts } from './letters.ts'

test('a handle is filed under its first letter without accents, and under signs when it has none', () => {
  expect(['éxito', 'fema', '20339588', '_x'].map(letterOf)).toEqual(['E', 'F', '0', '0'])
})

test('a letter begins where its first account stands, whichever page that is on', () => {
  const page = (number: number, handles: string[]) => ({
    number,
    count: 2,
    total: 4,
    items: handles.map((handle) => ({ ...account, handle, slug: `x-${handle}` })),
  })
  expect(letterStarts([page(1, ['9th', 'alpha']), page(2, ['also', 'beta'])])).toEqual([
    { letter: '0', page: 1, slug: 'x-9th' },
    { letter: 'A', page: 1, slug: 'x-alpha' },
    { letter: 'B', page: 2, slug: 'x-beta' },
  ])
})
