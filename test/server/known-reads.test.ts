import { once } from 'node:events'
import { connect } from 'node:net'
import { internalSchema, publicSchema } from '@official-accounts/schema/schema'
import { personaToken } from '@official-accounts/server/development/persona-token'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createBrowser, signIn } from './browser.ts'
import { startTestServer, type RunningTestServer } from './start-test-server.ts'

const READ = `query Accounts($first: Int, $code: String) {
  accounts(first: $first, filter: { component: $code }) { edges { node { slug } } totalCount }
}`
const ACCEPT = 'application/graphql-response+json'

let database: TestDatabase
let server: RunningTestServer
let headers: Record<string, string>

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ urls: database, schemas: { internalSchema, publicSchema } })
  const bearer = await personaToken(server.publicUrl, 'opa')
  headers = { 'content-type': 'application/json', accept: ACCEPT, authorization: `Bearer ${bearer}` }
})

afterAll(async () => {
  await server.stop()
  await database.drop()
})

async function send(body: object, given: Record<string, string> = headers) {
  const request = { method: 'POST', headers: given, body: JSON.stringify(body) }
  const response = await fetch(`${server.publicUrl}/graphql`, request)
  const { 'x-request-id': id, date, ...rest } = Object.fromEntries(response.headers)
  expect([id, date]).not.toContain(undefined)
  return { status: response.status, headers: rest, text: await response.text() }
}

/** Sends a read twice the ordinary way's first time, and gives both answers. */
async function twice(body: object, given?: Record<string, string>) {
  return [await send(body, given), await send(body, given)]
}

function operationLines(): readonly string[] {
  return server.lines.filter((line) => line.includes('"event":"operation"'))
}

describe('a read that was answered before', () => {
  test('is answered without the GraphQL server: what was remembered of it decides', async () => {
    const query = '{ accounts(first: 2) { edges { node { slug } } } }'
    await send({ query })
    const key = { accept: ACCEPT, query, operationName: null }
    const known = server.app.knownReads.find(key)
    if (known === undefined) throw new Error('It is not known.')
    server.app.knownReads.remember(key, { ...known, contentType: 'application/marked+json' })
    expect((await send({ query })).headers['content-type']).toBe('application/marked+json')
  })

  test.each([ACCEPT, 'application/json', '*/*', `${ACCEPT}, application/json`])(
    'has the same answer and the same headers for %s',
    async (accept) => {
      const [first, second] = await twice({ query: READ, variables: { first: 3 } }, { ...headers, accept })
      expect(first?.status).toBe(200)
      expect({ ...second, headers: without(second?.headers) }).toEqual({
        ...first,
        headers: without(first?.headers),
      })
    },
  )

  test('leaves the same line in the log', async () => {
    await send({ query: READ, operationName: 'Accounts' })
    const before = operationLines().length
    await send({ query: READ, operationName: 'Accounts' })
    const [line = '{}', ...more] = operationLines().slice(before)
    expect(more).toEqual([])
    expect(JSON.parse(line)).toMatchObject({ operation: 'Accounts', kind: 'query', codes: [] })
  })
})

describe('a known read is refused as ever', () => {
  test.each([
    ['a variable of another kind', { first: 'many' }],
    ['a page too large', { first: 101 }],
    ['a page of nothing', { first: 0 }],
  ])('for %s', async (_, variables) => {
    await send({ query: READ, variables: { first: 1 } })
    const known = await send({ query: READ, variables })
    const fresh = await send({ query: `${READ} # ${JSON.stringify(variables)}`, variables })
    const message = (text: string) =>
      JSON.parse(text).errors.map((error: { message: string }) => error.message)
    expect(message(known.text)).toEqual(message(fresh.text))
    expect(known.status).toBe(fresh.status)
  })

  test('to a token that is none', async () => {
    await send({ query: READ })
    const answer = await send({ query: READ }, { ...headers, authorization: 'Bearer x.y.z' })
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer'])
  })

  test('to a stranger', async () => {
    await send({ query: READ })
    const { authorization: _, ...strange } = headers
    expect((await send({ query: READ }, strange)).text).toContain('UNAUTHENTICATED')
  })

  test('to a cookie that another site may have sent', async () => {
    await send({ query: READ })
    const browser = createBrowser()
    await signIn(browser, server.publicUrl, 'opa')
    const { authorization: _, ...own } = headers
    const cookie = { ...own, cookie: `__Host-session=${browser.cookies.get('__Host-session')}` }
    expect((await send({ query: READ }, cookie)).status).toBe(403)
    expect((await send({ query: READ }, { ...cookie, 'x-requested-with': 'test' })).status).toBe(200)
  })

  test('to a person whose account was deactivated a moment ago', async () => {
    const bearer = await personaToken(server.publicUrl, 'analyst')
    const analyst = { ...headers, authorization: `Bearer ${bearer}` }
    expect((await twice({ query: READ }, analyst)).map(({ status }) => status)).toEqual([200, 200])
    const owner = new pg.Client(database.ownerUrl)
    await owner.connect()
    await owner.query(
      "update person set state = 'DEACTIVATED', deactivated_at = now() where id = (select person_id from identity where subject = 'analyst')",
    )
    await owner.end()
    expect((await send({ query: READ }, analyst)).status).toBe(401)
  })
})

test('whoever goes in the middle of a body leaves no fault in the log', async () => {
  await send({ query: READ })
  const { hostname, port } = new URL(server.publicUrl)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  const head = Object.entries({ ...headers, host: hostname, 'content-length': '500' })
  const lines = head.map(([name, value]) => `${name}: ${value}`)
  socket.write(`POST /graphql HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n{"query":`)
  await new Promise((resolve) => setTimeout(resolve, 100))
  socket.destroy()
  await send({ query: READ })
  expect(server.lines.filter((line) => line.includes('request failed'))).toEqual([])
})

test('a name with a line feed is no part of another read', async () => {
  const query = '{ accounts(first: 1) { totalCount } }'
  await send({ query: `\n${query}` })
  expect((await send({ query, operationName: '\n' })).text).toContain('errors')
})

test.each([
  ['extensions beside it', { query: READ, extensions: { a: 1 } }],
  ['no query', { variables: {} }],
  ['variables that are none', { query: READ, variables: [1] }],
  ['another query', { query: '{ accounts(first: 1) { totalCount } }' }],
])('a body with %s goes the ordinary way, whole', async (_, body) => {
  await send({ query: READ })
  const answer = await send(body)
  expect([200, 400]).toContain(answer.status)
  expect(JSON.parse(answer.text)).toSatisfy((it: object) => 'data' in it || 'errors' in it)
})

// Node says how long an answer is where it is known, and sends it in parts where it is not.
function without(given: Record<string, string> = {}): Record<string, string> {
  const { 'content-length': _, 'transfer-encoding': __, ...rest } = given
  return rest
}
