import { internalSchema, publicSchema } from '@official-accounts/schema/schema'
import {
  getNamedType,
  isLeafType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXPECTED } from '../access/expected-matrix.ts'
import { ARRANGEMENTS, arrangementOf } from '../support/arrangements.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { inputTypeOf, mutation } from '../support/documents.ts'
import { HOSTILE_TEXTS, hostileValue, pick, randomFrom, type Random } from '../support/hostile-values.ts'
import { createMarkedWorld } from '../support/marked-world.ts'
import { wholeSelection } from '../support/whole-selection.ts'

const SEED = 20_261_122

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await createMarkedWorld(app)
})
afterAll(() => app.close())

interface Sent {
  readonly persona: string | null
  readonly query: string
  readonly variables: object
}

/** Sends an operation as it is and demands an answer: valid JSON, no fault, and words for whatever was wrong. */
async function checkAnswer({ persona, query, variables }: Sent): Promise<Readonly<Record<string, unknown>>> {
  const faultsBefore = app.faults.length
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const response = await app.fetch(persona, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  })
  const text = await response.text()
  const sent = `${query.slice(0, 200)} ${JSON.stringify(variables).slice(0, 600)}`
  expect(app.faults.slice(faultsBefore), sent).toEqual([])
  expect(response.status, sent).toBeLessThan(500)
  const answer = JSON.parse(text) as {
    data?: Record<string, Result | null>
    errors?: readonly { message: string; extensions?: { code?: string } }[]
  }
  for (const { message, extensions } of answer.errors ?? []) {
    expect(extensions?.code, `${message} for ${sent}`).toMatch(/^(BAD_USER_INPUT|COMPLEXITY)$/)
    expect(message.length).toBeGreaterThan(5)
  }
  for (const result of Object.values(answer.data ?? {})) checkIssues(result, sent)
  return answer
}

interface Result {
  readonly __typename?: string
  readonly message?: string
  readonly issues?: readonly { path: string; message: string }[]
}

// What is wrong is named field by field, in words.
function checkIssues(result: Result | null, sent: string): void {
  if (result?.__typename !== 'InvalidInputError' || !('issues' in result)) return
  expect(result.issues?.length, sent).toBeGreaterThan(0)
  for (const { path, message } of result.issues ?? []) {
    expect(path, sent).not.toBe('')
    expect(message.length, sent).toBeGreaterThan(5)
  }
}

const MUTATIONS = Object.keys(ARRANGEMENTS)

function callerOf(name: string): string {
  const row = EXPECTED[name]
  return (row?.may ?? row?.cbp?.may)?.[0] ?? ''
}

function inputFields(name: string): readonly GraphQLInputField[] {
  const type = internalSchema.getType(inputTypeOf(name))
  return type && 'getFields' in type
    ? Object.values(type.getFields() as Record<string, GraphQLInputField>)
    : []
}

describe.each(MUTATIONS)('%s', (name) => {
  const random = randomFrom(SEED + MUTATIONS.indexOf(name))
  test('answers input that is hostile through and through', async () => {
    const argument = internalSchema.getMutationType()?.getFields()[name]?.args[0]
    if (argument === undefined) throw new Error(`${name} takes no input.`)
    for (let round = 0; round < 15; round++) {
      const variables = { input: hostileValue(random, argument.type) }
      await checkAnswer({
        persona: callerOf(name),
        query: mutation(name),
        variables,
      })
    }
  })
  test('answers good input with one hostile field', async () => {
    const good = await arrangementOf(name)(app, 'CBP')
    for (const field of inputFields(name)) {
      for (const value of [
        ...Array.from({ length: 4 }, () => hostileValue(random, field.type)),
        ...nulFor(field),
      ]) {
        const variables = { input: { ...good, [field.name]: value } }
        await checkAnswer({
          persona: callerOf(name),
          query: mutation(name),
          variables,
        })
      }
    }
  })
})

// PostgreSQL's text holds everything but this one character.
function nulFor(field: GraphQLInputField): readonly unknown[] {
  return getNamedType(field.type).name === 'String' ? ['with\0inside', 'half \ud800 of a pair'] : []
}

function argumentsFor(
  random: Random,
  field: GraphQLField<unknown, unknown>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    field.args.filter(() => random() < 0.7).map(({ name, type }) => [name, hostileValue(random, type)]),
  )
}

function queryDocument(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): string {
  const variables = field.args.map(({ name, type }) => `$${name}: ${type}`).join(', ')
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ')
  const type = getNamedType(field.type)
  const selection = isLeafType(type)
    ? ''
    : ` { ${type.name === 'Node' ? '__typename id' : wholeSelection(schema, type, 0)} }`
  return `query${variables ? ` (${variables})` : ''} { ${field.name}${given ? `(${given})` : ''}${selection} }`
}

describe.each([
  ['signed-in people', internalSchema, ['opa', 'manager-cbp', 'employee']],
  ['strangers', publicSchema, [null]],
] as const)('queries of %s', (_who, schema, personas) => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) => args.length > 0)
  test.each(fields.map((field) => [field.name, field] as const))(
    '%s answers hostile arguments',
    async (_name, field) => {
      const random = randomFrom(SEED + fields.indexOf(field))
      for (let round = 0; round < 30; round++) {
        await checkAnswer({
          persona: pick(random, personas),
          query: queryDocument(schema, field),
          variables: argumentsFor(random, field),
        })
      }
    },
  )
})

test('every hostile text is answered as an address, by verifying it and by checking it', async () => {
  for (const input of HOSTILE_TEXTS) {
    await checkAnswer({
      persona: null,
      query: 'query ($i: String!) { verifyAccount(input: $i) { outcome message canonicalKey } }',
      variables: { i: input },
    })
    await checkAnswer({
      persona: 'opa',
      query: 'query ($i: String!) { profileUrlCheck(profileUrl: $i) { outcome handle canonicalUrl } }',
      variables: { i: input },
    })
    await checkAnswer({
      persona: 'opa',
      query:
        'query ($t: String) { accounts(filter: { text: $t }) { totalCount } people(search: $t) { edges { cursor } } platforms(filter: { text: $t }) { totalCount } }',
      variables: { t: input },
    })
    await checkAnswer({
      persona: null,
      query:
        'query ($t: String) { directoryAccounts(filter: { text: $t, component: $t, platform: $t, topic: $t, language: $t }) { totalCount } }',
      variables: { t: input },
    })
    await checkAnswer({
      persona: 'opa',
      query: 'query ($t: String) { accounts(after: $t) { totalCount } }',
      variables: { t: Buffer.from(JSON.stringify([input])).toString('base64url') },
    })
  }
})
