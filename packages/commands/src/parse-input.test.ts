import { DomainError } from '@official-accounts/domain/errors'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { parseInput } from './parse-input.ts'

const schema = z.object({
  reason: z.string().max(5),
  name: z.string().min(1, 'Name it.'),
  kind: z.enum(['A', 'B']),
  id: z.uuid(),
})

function issuesOf(input: object): Record<string, string> {
  try {
    parseInput(schema, input)
  } catch (error) {
    if (error instanceof DomainError && error.refusal.code === 'INVALID_INPUT')
      return Object.fromEntries(error.refusal.issues.map(({ path, message }) => [path, message]))
  }
  return {}
}

it('says in words what is wrong with each field, never in those of its library', () => {
  expect(issuesOf({ reason: 'too long', name: '', kind: 'C', id: '7' })).toEqual({
    reason: 'At most 5 characters.',
    name: 'Name it.',
    kind: 'One of: A, B.',
    id: 'This is no id of a record here.',
  })
  expect(issuesOf({ name: 'x', kind: 'A', id: null })).toEqual({
    reason: 'This is needed.',
    id: 'This is needed.',
  })
})
