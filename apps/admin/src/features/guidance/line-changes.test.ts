import { expect, test } from 'vitest'
import { lineChanges } from './line-changes.ts'

test('what is kept, added and removed is told line by line', () => {
  const changes = lineChanges(
    'One writes.\nAnother approves.\nBoth sign.',
    'One writes.\nTwo others approve.\nBoth sign.\nThen it goes out.',
  )
  expect(changes).toEqual([
    { line: 'One writes.', change: 'KEPT' },
    { line: 'Another approves.', change: 'REMOVED' },
    { line: 'Two others approve.', change: 'ADDED' },
    { line: 'Both sign.', change: 'KEPT' },
    { line: 'Then it goes out.', change: 'ADDED' },
  ])
})
