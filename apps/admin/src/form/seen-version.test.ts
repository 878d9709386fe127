import { expect, it } from 'vitest'
import { compareFacts } from './seen-version.ts'

const BEFORE = [
  { name: 'title', label: 'Name', value: 'Region 9' },
  { name: 'state', label: 'State', value: 'Active' },
]

it('shows another’s change beside what was typed, and nothing that stayed', () => {
  const now = [
    { name: 'title', label: 'Name', value: 'Region IX' },
    BEFORE[1] ?? { name: '', label: '', value: '' },
  ]
  expect(compareFacts(BEFORE, now, { title: 'Region Nine' })).toEqual([
    { label: 'Name', before: 'Region 9', now: 'Region IX', yours: 'Region Nine' },
  ])
})

it('leaves “yours” open for what the form does not ask', () => {
  const now = [...BEFORE.slice(0, 1), { name: 'state', label: 'State', value: 'Suspended' }]
  expect(compareFacts(BEFORE, now, { title: 'Region 9' })).toEqual([
    { label: 'State', before: 'Active', now: 'Suspended', yours: null },
  ])
})
