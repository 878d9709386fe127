import { expect, it } from 'vitest'
import { readChanges } from './read-changes.ts'

it('reads what was changed, field by field', () => {
  const changes = [{ field: 'commentPolicyUrl', before: null, after: 'https://www.example.gov/comments' }]
  expect(readChanges(changes)).toEqual([
    { label: 'Comment policy URL', before: '', after: 'https://www.example.gov/comments' },
  ])
})

it('shows other forms as they are and drops what says nothing', () => {
  expect(readChanges({ topics: ['a'] })).toEqual([{ label: 'Topics', before: '', after: '["a"]' }])
  expect(readChanges([7, {}])).toEqual([])
  expect(readChanges(null)).toEqual([])
})
