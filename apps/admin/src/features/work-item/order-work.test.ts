import { expect, it } from 'vitest'
import { orderWork } from './order-work.ts'

it('puts the overdue first and the undated last, each by how long it has waited', () => {
  const items = [
    { name: 'undated, new', dueOn: null, since: '2026-11-20T00:00:00Z' },
    { name: 'due later', dueOn: '2026-12-31', since: '2026-01-01T00:00:00Z' },
    { name: 'undated, old', dueOn: null, since: '2026-11-01T00:00:00Z' },
    { name: 'overdue', dueOn: '2026-10-01', since: '2026-11-21T00:00:00Z' },
  ]
  expect(orderWork(items).map(({ name }) => name)).toEqual([
    'overdue',
    'due later',
    'undated, old',
    'undated, new',
  ])
})
