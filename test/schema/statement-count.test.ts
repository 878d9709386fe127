import { runAs } from '@official-accounts/db/actor-settings'
import { settingsFor } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { internalSchema, publicSchema } from '@official-accounts/schema/schema'
import { getNamedType, graphql, isRequiredArgument, type GraphQLField, type GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { insertReadVersion, READ_VERSION } from '../support/marked-guidance.ts'
import { createMarkedWorld } from '../support/marked-world.ts'
import { wholeSelection } from '../support/whole-selection.ts'
import { listFields, type ListField } from './list-fields.ts'

vi.mock(import('@official-accounts/schema/complexity'), async (original) => ({
  ...(await original()),
  complexityLimits: () => ({ complexity: 1e12, depth: 100, breadth: 1e6 }),
}))

/** No page takes more, whatever is selected below it. */
const MOST_STATEMENTS = 80
/** Records from one to the next below each list. */
const STEPS = 2
/** Enough for a page of 100 to differ from a page of one in every list. */
const WORLDS = 3

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  for (let round = 0; round < WORLDS; round++) await createMarkedWorld(app, round)
  await insertReadVersion(app)
})
afterAll(() => app.close())

async function run(schema: GraphQLSchema, persona: string | null, source: string) {
  const actor = await app.actor(persona)
  const contextValue = { actor, requestId: 'statement-count', services: app.services }
  let rows = 0
  const statements = await app.statementsOf(async () => {
    const answer = await runAs(settingsFor(readReach(actor)), () => graphql({ schema, source, contextValue }))
    expect(answer.errors, source).toBeUndefined()
    rows = JSON.stringify(answer.data).split('"__typename"').length
  })
  return { statements, rows }
}

describe.each([
  ['internal', internalSchema, 'opa'],
  ['public', publicSchema, null],
] as const)('the %s schema', (_name, schema, persona) => {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {})
  const paged = roots.filter((field) => field.args.some(({ name }) => name === 'first'))

  test('pages every list at its root or is short by nature', () => {
    expect(paged.length).toBeGreaterThan(1)
    const unpaged = listFields(schema).filter(({ parent, paged: has }) => parent === 'Query' && !has)
    expect(unpaged.map(({ field }) => field).sort()).toEqual(
      persona
        ? [
            ...SHORT_LISTS,
            'components',
            'componentCoverage',
            'policySettings',
            'reviewLoads',
            'reviewRequirements',
            'savedViews',
            'workQueues',
          ].sort()
        : SHORT_LISTS,
    )
  })

  test.each(paged.map((field) => [field.name, field] as const))(
    '%s sends as many statements for 1 as for 100',
    async (_field, field) => {
      const selection = wholeSelection(schema, getNamedType(field.type), STEPS)
      const one = await run(schema, persona, `{ ${field.name}(${asked(field)}first: 1) { ${selection} } }`)
      const hundred = await run(
        schema,
        persona,
        `{ ${field.name}(${asked(field)}first: 100) { ${selection} } }`,
      )
      expect(hundred.rows, 'the world is too small to tell').toBeGreaterThan(one.rows)
      expect(counted(hundred.statements)).toEqual(counted(one.statements))
      expect(one.statements.length).toBeLessThanOrEqual(MOST_STATEMENTS)
    },
  )

  // Each list field below a root on its own: selected alone, it shows its own queries and no other's. Of records that
  // are about one thing or another the first two are one of each.
  test.each(nestedLists(schema))(
    '$parent $field below $root sends as many for 2 as for 100',
    async ({ root, args, path, selection }) => {
      const inside = path.reduceRight((inner, name) => `__typename ${name} { ${inner} }`, selection)
      const two = await run(schema, persona, `{ ${root}(${args}first: 2) { edges { node { ${inside} } } } }`)
      const hundred = await run(
        schema,
        persona,
        `{ ${root}(${args}first: 100) { edges { node { ${inside} } } } }`,
      )
      expect(hundred.statements.length).toBe(two.statements.length)
      expect(hundred.rows).toBeGreaterThan(two.rows)
    },
  )
})

/** What a list has to be asked with, where it does: words that every world has. */
const REQUIRED: Readonly<Record<string, string>> = {
  search: 'text: "title", ',
  guidanceReaders: `version: "${READ_VERSION}", `,
  bulkPlan: 'action: suspendAccount, reason: "A test.", ',
}

function asked(field: GraphQLField<unknown, unknown>): string {
  if (!field.args.some(isRequiredArgument)) return ''
  return REQUIRED[field.name] ?? ''
}

/** Root lists without pages: the department's parts and platforms, a hundred or so, each with a limit of its own. */
const SHORT_LISTS = [
  'directoryArchivedListings',
  'directoryComponents',
  'directoryPlatforms',
  'guidancePages',
]

/** How often each statement was sent: equal counts of different statements are no proof. */
function counted(statements: readonly string[]): Readonly<Record<string, number>> {
  const shapes = statements.map((sql) =>
    sql
      .replaceAll(/\$\d+(, ?\$\d+)*/g, '$')
      .replaceAll(/LIMIT \S+/gi, 'LIMIT')
      .slice(0, 200),
  )
  return Object.fromEntries(
    [...Map.groupBy(shapes, (shape) => shape)].map(([shape, same]) => [shape, same.length]),
  )
}

interface NestedList extends ListField {
  readonly root: string
  readonly args: string
  readonly path: readonly string[]
  readonly selection: string
}

/** Every list field that can be reached in two steps from a page of records. */
function nestedLists(schema: GraphQLSchema): readonly NestedList[] {
  const lists = listFields(schema)
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) =>
    getNamedType(type).name.endsWith('Connection'),
  )
  return roots.flatMap((root) => {
    const record = getNamedType(root.type).name.replace('Connection', '')
    const direct = lists
      .filter(({ parent }) => parent === record)
      .map((list) => ({ list, path: [] as string[] }))
    const next = stepsFrom(schema, record).flatMap(({ name, type }) =>
      lists.filter(({ parent }) => parent === type).map((list) => ({ list, path: [name] })),
    )
    return [...direct, ...next].flatMap(({ list, path }) =>
      list.leaf
        ? []
        : [
            {
              ...list,
              root: root.name,
              args: asked(root),
              path: [...path, list.field],
              selection: wholeSelection(schema, list.of, 1),
            },
          ],
    )
  })
}

function stepsFrom(schema: GraphQLSchema, record: string): readonly { name: string; type: string }[] {
  const type = schema.getType(record)
  const fields: readonly GraphQLField<unknown, unknown>[] =
    type && 'getFields' in type ? (Object.values(type.getFields()) as never) : []
  return fields
    .filter((field) => !field.args.some(isRequiredArgument))
    .map((field) => ({ name: field.name, type: getNamedType(field.type).name }))
}
