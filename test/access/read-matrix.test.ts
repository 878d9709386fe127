import { internalSchema } from '@official-accounts/schema/schema'
import { getNamedType, isObjectType, isScalarType } from 'graphql'
import { describe, expect, test, vi } from 'vitest'
import { FIELDS, UNMARKED } from './expected-reads.ts'
import { testReads } from './read-cases.ts'

vi.mock(import('@official-accounts/schema/complexity'), async (original) => ({
  ...(await original()),
  complexityLimits: () => ({ complexity: 1e12, depth: 100, breadth: 1e6 }),
}))

describe('who reads what', () => testReads())

test('every field that holds text of a record is in the table', () => {
  const TEXT = ['String', 'JSON']
  for (const type of Object.values(internalSchema.getTypeMap())) {
    if (!isObjectType(type) || !(type.name in { ...FIELDS, ...UNMARKED })) continue
    const texts = Object.values(type.getFields()).filter(({ type: of }) => {
      const named = getNamedType(of)
      return isScalarType(named) && TEXT.includes(named.name)
    })
    const declared = [...(FIELDS[type.name] ?? []), ...(UNMARKED[type.name] ?? [])]
    expect(
      texts.map(({ name }) => name).filter((name) => !declared.includes(name)),
      type.name,
    ).toEqual([])
  }
})

test('every record with a global id is in the table, apart from what the public reads', () => {
  const nodes = Object.values(internalSchema.getTypeMap()).filter(
    (type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'),
  )
  const internal = nodes.map(({ name }) => name).filter((name) => !name.startsWith('Directory'))
  expect(internal.filter((name) => !(name in { ...FIELDS, ...UNMARKED }))).toEqual([])
})
