import { expect, it } from 'vitest'
import { compareFacts } from './seen-version.ts'

const TITLE = { name: 'title', label: 'Name', value: 'Region 9' }
const STATE = { name: 'state', label: 'State', value: 'Active' }

it('shows what another changed, and nothing that stayed', () => {
  expect(compareFacts([TITLE, STATE], [{ ...TITLE, value: 'Region IX' }, STATE])).toEqual([
    { name: 'title', label: 'Name', before: 'Region 9', now: 'Region IX' },
  ])
})

it('shows what came and what went', () => {
  const review = { name: 'review SECURITY', label: 'Security review', value: 'Passed' }
  expect(compareFacts([TITLE], [TITLE, review])).toEqual([
    { name: 'review SECURITY', label: 'Security review', before: '', now: 'Passed' },
  ])
  expect(compareFacts([TITLE, review], [TITLE])).toEqual([
    { name: 'review SECURITY', label: 'Security review', before: 'Passed', now: '' },
  ])
})
