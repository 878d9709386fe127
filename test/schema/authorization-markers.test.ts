import { internalSchema, publicSchema } from '@official-accounts/schema/schema'
import {
  buildSchema,
  isIntrospectionType,
  isObjectType,
  type GraphQLFieldExtensions,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { describe, expect, test } from 'vitest'

/** Structure that holds records and says nothing of its own. */
const WRAPPERS = /(Connection|Edge|^PageInfo)$/

interface Marked {
  readonly extensions: Readonly<Record<string, unknown>> | Readonly<GraphQLFieldExtensions<unknown, unknown>>
}

/** Whether something says who may see it: by scopes of its own, or by being in the public schema. */
function hasScopes({ extensions }: Marked): boolean {
  const { pothosOptions } = extensions as { pothosOptions?: { authScopes?: unknown } }
  return pothosOptions?.authScopes !== undefined
}

/** Coordinates that nobody has said who may see: neither the type nor the field, and not public. */
function unmarked(schema: GraphQLSchema, open: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || isIntrospectionType(type) || WRAPPERS.test(type.name) || hasScopes(type))
      return []
    return unmarkedFields(type, open)
  })
}

function unmarkedFields(type: GraphQLObjectType, open: GraphQLSchema): readonly string[] {
  const shown = open.getType(type.name)
  const publicFields = isObjectType(shown) ? Object.keys(shown.getFields()) : []
  return Object.values(type.getFields())
    .filter((field) => !publicFields.includes(field.name) && !hasScopes(field))
    .map(({ name }) => `${type.name}.${name}`)
}

describe('every type and field says who may see it', () => {
  test('by scopes of its type or its own, or by standing in the public schema', () => {
    expect(unmarked(internalSchema, publicSchema)).toEqual([])
  })
  test('and nothing of the public schema asks for a sign-in', () => {
    const asking = Object.values(publicSchema.getTypeMap()).filter(
      (type) => isObjectType(type) && hasScopes(type),
    )
    expect(asking.map(({ name }) => name)).toEqual([])
  })
  test('the check sees a type and a root field without a marker', () => {
    const careless = buildSchema('type Query { open: Int secret: Secret } type Secret { text: String }')
    const narrow = buildSchema('type Query { open: Int }')
    expect(unmarked(careless, narrow)).toEqual(['Query.secret', 'Secret.text'])
  })
})
