import { publicSchema } from '@official-accounts/schema/schema'
import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { createMarkedWorld, type MarkedWorld } from '../support/marked-world.ts'
import { marksIn } from '../support/marks.ts'
import { pageOf, wholeSelection } from '../support/whole-selection.ts'

/** What anonymous callers may ask for, by the contract. */
const ROOTS = [
  'directoryAccount',
  'directoryAccounts',
  'directoryArchivedListings',
  'directoryChanges',
  'directoryComponents',
  'directoryPlatforms',
  'directoryStatus',
  'guidancePages',
  'node',
  'verifyAccount',
]

/** Words of people and of deliberation. No name the public can reach has one of them. */
const PRIVATE =
  /person(?!alLogin)|people|email|contact|decision|decided|audit|actor|role|requested|permitted|justification|missionArea|migration|finding|session|identity|affiliation|administrators|loginModel|claim/i

let app: TestApp
let world: MarkedWorld
beforeAll(async () => {
  app = await createTestApp()
  world = await createMarkedWorld(app)
})
afterAll(() => app.close())

/** Every type that can be reached from Query, arguments included. */
function reachableTypes(): readonly GraphQLNamedType[] {
  const found = new Set<GraphQLNamedType>()
  function visit(type: GraphQLNamedType): void {
    if (found.has(type)) return
    found.add(type)
    if (isInterfaceType(type)) for (const one of publicSchema.getPossibleTypes(type)) visit(one)
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return
    const fields: readonly (GraphQLField<unknown, unknown> | GraphQLInputField)[] = Object.values(
      type.getFields(),
    )
    for (const field of fields) {
      visit(getNamedType(field.type))
      for (const argument of argumentsOf(field)) visit(getNamedType(argument.type))
    }
  }
  const query = publicSchema.getQueryType()
  if (query) visit(query)
  return [...found]
}

function argumentsOf(field: GraphQLField<unknown, unknown> | GraphQLInputField): readonly GraphQLArgument[] {
  return 'args' in field ? field.args : []
}

describe('the public schema is the directory and nothing else', () => {
  test('its roots are those of the contract', () => {
    expect(Object.keys(publicSchema.getQueryType()?.getFields() ?? {}).sort()).toEqual(ROOTS)
    expect(publicSchema.getMutationType()).toBeUndefined()
    expect(publicSchema.getSubscriptionType()).toBeUndefined()
  })
  test('no type, field or argument that can be reached names a person or a deliberation', () => {
    const names = reachableTypes().flatMap((type) => {
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [type.name]
      const own: readonly (GraphQLField<unknown, unknown> | GraphQLInputField)[] = Object.values(
        type.getFields(),
      )
      return [
        type.name,
        ...own.flatMap((field) => [
          `${type.name}.${field.name}`,
          ...argumentsOf(field).map((argument) => `${type.name}.${field.name}(${argument.name})`),
        ]),
      ]
    })
    expect(names.length).toBeGreaterThan(80)
    expect(names.filter((name) => PRIVATE.test(name))).toEqual([])
  })
  test('every type it holds can be reached: nothing lies in it by mistake', () => {
    const reachable = new Set(reachableTypes().map(({ name }) => name))
    const held = Object.keys(publicSchema.getTypeMap()).filter((name) => !name.startsWith('__'))
    expect(held.filter((name) => !reachable.has(name) && !['Boolean', 'JSON'].includes(name))).toEqual([])
  })
})

describe('a stranger', () => {
  test('reads listed accounts by every way and no mark of anything else', async () => {
    const fields = Object.values(publicSchema.getQueryType()?.getFields() ?? {}).filter(({ args }) =>
      args.every(
        ({ name, defaultValue }) =>
          defaultValue !== undefined ||
          ['first', 'after', 'last', 'before', 'filter', 'since'].includes(name),
      ),
    )
    const answers: string[] = []
    for (const field of fields) {
      const document = `{ ${field.name}${pageOf(field, 10)} { ${wholeSelection(publicSchema, getNamedType(field.type), pageOf(field) ? 2 : 1)} } }`
      const answer = await app.as(null, document)
      expect(answer.errors, document).toBeUndefined()
      answers.push(JSON.stringify(answer.data))
    }
    const kinds = new Set(answers.flatMap(marksIn).map(([, kind]) => kind))
    expect([...kinds].sort()).toEqual(['Account.listed', 'AccountAlias.listed', 'Platform'])
    const accountFields = new Set(
      answers
        .flatMap(marksIn)
        .filter(([, kind]) => kind === 'Account.listed')
        .map(([, , field]) => field),
    )
    expect([...accountFields].sort()).toEqual([
      'canonicalKey',
      'commentPolicyUrl',
      'handle',
      'language',
      'officialOutletUrl',
      'privacyNoticeUrl',
      'profileUrl',
      'purpose',
      'slug',
      'source',
      'title',
      'topics',
    ])
  })
  test('reaches nothing internal by a global id', async () => {
    for (const id of world.ids) {
      const answer = await app.as(null, 'query ($id: ID!) { node(id: $id) { __typename id } }', { id })
      expect(answer).toEqual({ data: { node: null } })
    }
  })
  test('cannot name an internal field or type', async () => {
    for (const document of [
      '{ accounts { totalCount } }',
      '{ me { displayName } }',
      '{ people { edges { node { email } } } }',
      '{ node(id: "x") { ... on Person { email } } }',
    ]) {
      const answer = await app.as(null, document)
      expect(answer.data).toBeUndefined()
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED')
      expect(JSON.stringify(answer)).not.toMatch(/did you mean/i)
    }
  })
})
