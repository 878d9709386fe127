import { execute, parse } from 'graphql'
import { runAs } from '@official-accounts/db/actor-settings'
import { settingsFor } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { rawId } from '../support/records.ts'
import { asksForJson, schemaOf } from './compare.ts'
import { HOT_DOCUMENTS } from './hot-documents.ts'
import { createVariedWorld } from './varied-world.ts'

let app: TestApp
let account: { slug: string; id: string }

beforeAll(async () => {
  app = await createTestApp({ faulty: true })
  const { id: [id = ''] = [] } = await createVariedWorld(app)
  const { rows } = await app.owner.query<{ slug: string }>('select slug from account where id = $1', [
    rawId(id),
  ])
  account = { id, slug: rows[0]?.slug ?? '' }
})
afterAll(() => app.close())

function post(persona: string | null, query: string, variables: object = {}): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  return app.fetch(persona, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
}

async function ordinaryText(persona: string | null, source: string, variableValues: object): Promise<string> {
  const actor = await app.actor(persona)
  const contextValue = { actor, requestId: 'over-http', services: app.services }
  const request = {
    schema: schemaOf(persona),
    document: parse(source),
    variableValues: { ...variableValues },
  }
  return runAs(settingsFor(readReach(actor)), async () =>
    JSON.stringify(await execute({ ...request, contextValue })),
  )
}

/** Statements of the request itself: who asks, and which version the public data has, are looked up with any. */
async function ownStatements(persona: string | null, send: () => Promise<unknown>): Promise<number> {
  const besides = await app.statementsOf(() => post(persona, '{ __typename }'))
  return (await app.statementsOf(send)).length - besides.length
}

describe.each(HOT_DOCUMENTS)('$name for $persona', ({ persona, source, variables }) => {
  test('is one statement, and its answer the same text', async () => {
    const values = variables(account.slug, account.id)
    let text = ''
    const sent = await ownStatements(persona, async () => {
      const response = await post(persona, source, values)
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      expect(response.headers.get('x-request-id')).not.toBeNull()
      text = await response.text()
    })
    expect(sent).toBe(1)
    const plain = asksForJson(source) ? JSON.stringify(JSON.parse(text)) : text
    expect(plain).toBe(await ordinaryText(persona, source, values))
    expect(app.faults).toEqual([])
  })
})

const CROWDED = Array.from(
  { length: 25 },
  (_, n) => `a${n}: contacts { person { roleGrants { reason } } }`,
).join(' ')

/** Who asks, what, which code the answer has, and the variables. */
const REFUSED: readonly (readonly [string | null, string, string, object])[] = [
  ['opa', '{ accounts(first: 101) { edges { node { slug } } } }', 'BAD_USER_INPUT', {}],
  ['opa', '{ accounts(first: 0) { totalCount } }', 'BAD_USER_INPUT', {}],
  ['opa', '{ accounts(after: "bm9uZQ") { edges { node { slug } } } }', 'BAD_USER_INPUT', {}],
  ['opa', '{ accounts(last: 3) { edges { node { slug } } } }', 'BAD_USER_INPUT', {}],
  ['opa', 'query ($first: Int) { accounts(first: $first) { totalCount } }', 'BAD_USER_INPUT', { first: 'x' }],
  ['opa', `{ accounts(first: 100) { edges { node { ${CROWDED} } } } }`, 'COMPLEXITY', {}],
  [null, '{ accounts(first: 1) { totalCount } }', 'UNAUTHENTICATED', {}],
  [null, '{ directoryAccounts(first: 101) { totalCount } }', 'BAD_USER_INPUT', {}],
]

describe('what is refused is refused in the ordinary words', () => {
  test.each(REFUSED)('%s %s', async (persona, source, code, variables) => {
    const { errors } = (await (await post(persona, source, variables)).json()) as {
      errors: { extensions: { code: string } }[]
    }
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code])
  })
})

describe('what must be there and is hidden', () => {
  const SOURCE =
    '{ accounts(first: 100, filter: { component: "CBP" }) { edges { node { contacts { person { id } } } } } }'

  test('is a fault as ever, and no answer with a hole in it', async () => {
    expect((await app.as('opa', SOURCE)).errors).toBeUndefined()
    await app.owner.query('alter policy person_read on person using (false)')
    const answer = await app.as('opa', SOURCE)
    expect(answer.errors?.map(({ extensions }) => extensions?.['code'])).toContain('INTERNAL')
    expect(app.faults.length).toBeGreaterThan(0)
  })
})
