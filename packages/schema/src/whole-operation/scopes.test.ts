import { GraphQLInterfaceType, GraphQLObjectType, GraphQLString } from 'graphql'
import { describe, expect, test } from 'vitest'
import { requireFieldScopes, requireTypeScopes } from './scopes.ts'
import { UnsupportedError } from './unsupported.ts'

function typeWith(pothosOptions: object, interfaces: GraphQLInterfaceType[] = []): GraphQLObjectType {
  const fields = { name: { type: GraphQLString, extensions: { pothosOptions } } }
  return new GraphQLObjectType({ name: 'Thing', interfaces, fields, extensions: { pothosOptions } })
}

function scopesOf(pothosOptions: object, interfaces: GraphQLInterfaceType[] = []): readonly string[] {
  const scopes = new Set<string>()
  const type = typeWith(pothosOptions, interfaces)
  requireTypeScopes(scopes, type)
  const { name } = type.getFields()
  if (name) requireFieldScopes(scopes, name)
  return [...scopes]
}

describe('the scopes of a compiled operation', () => {
  test('are those of its types and fields', () => {
    expect(scopesOf({ authScopes: { signedIn: true } })).toEqual(['signedIn'])
    expect(scopesOf({})).toEqual([])
  })

  test('and of the interfaces of its types', () => {
    const pothosOptions = { authScopes: { signedIn: true } }
    const fields = { name: { type: GraphQLString } }
    const node = new GraphQLInterfaceType({ name: 'Node', fields, extensions: { pothosOptions } })
    expect(scopesOf({}, [node])).toEqual(['signedIn'])
  })

  test.each([
    ['a function of the record', { authScopes: () => true }],
    ['a scope with a parameter', { authScopes: { component: 'CBP' } }],
    ['one of several', { authScopes: { $any: { signedIn: true } } }],
    ['a scope that is switched off', { authScopes: { signedIn: false } }],
    ['scopes passed over', { skipTypeScopes: true }],
    ['scopes that are granted below', { grantScopes: ['detail'] }],
  ])('are not guessed from %s', (_what, options) => {
    expect(() => scopesOf(options)).toThrow(UnsupportedError)
  })
})
