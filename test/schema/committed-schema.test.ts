import { readFileSync } from 'node:fs'
import { SCHEMA_FILES } from '@official-accounts/schema/print-schema'
import { internalSchema, publicSchema } from '@official-accounts/schema/schema'
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import { describe, expect, test } from 'vitest'

const SCHEMAS = [
  ['internal', internalSchema],
  ['public', publicSchema],
] as const

test.each(SCHEMA_FILES)('$url.pathname is what the code prints', ({ url, text }) => {
  expect(readFileSync(url, 'utf8')).toBe(text)
})

function ownTypes(schema: GraphQLSchema): readonly GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type))
}

/** The coordinates of everything that has no description. */
function undescribed(schema: GraphQLSchema): readonly string[] {
  return ownTypes(schema).flatMap((type) => [...own(type.name, type), ...membersOf(type)])
}

function membersOf(type: GraphQLNamedType): readonly string[] {
  if (isEnumType(type)) return type.getValues().flatMap((value) => own(`${type.name}.${value.name}`, value))
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).flatMap((field) => own(`${type.name}.${field.name}`, field))
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  return Object.values(type.getFields()).flatMap((field) => [
    ...own(`${type.name}.${field.name}`, field),
    ...field.args.flatMap((argument) => own(`${type.name}.${field.name}(${argument.name})`, argument)),
  ])
}

function own(coordinate: string, { description }: { description?: string | null }): readonly string[] {
  return description?.trim() ? [] : [coordinate]
}

// What the specification and the relay plugin describe, or leave without a place to describe it.
const WELL_KNOWN = /^(String|Int|Float|Boolean|ID)$/

describe('everything a caller can see says what it is', () => {
  test.each(SCHEMAS)('in the %s schema', (_name, schema) => {
    expect(undescribed(schema).filter((coordinate) => !WELL_KNOWN.test(coordinate))).toEqual([])
  })
  test('the check sees what is missing, on every kind of member', () => {
    const bare = buildSchema('type Query { a(b: Int): E } enum E { V } input I { f: Int }')
    expect(undescribed(bare)).toEqual(
      expect.arrayContaining(['Query', 'Query.a', 'Query.a(b)', 'E', 'E.V', 'I', 'I.f']),
    )
  })
})
