import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personaToken } from '@official-accounts/server/development/persona-token'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createBrowser, signIn } from './browser.ts'
import { ask, startTestServer, type RunningTestServer } from './start-test-server.ts'

let database: TestDatabase
let server: RunningTestServer
let token: string

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ urls: database })
  token = await personaToken(server.publicUrl, 'analyst')
})

afterAll(async () => {
  await server.stop()
  await database.drop()
})

function nest(depth: number): string {
  return depth === 0 ? '{ name }' : `{ next ${nest(depth - 1)} }`
}

/** Fragments that each spread the next: as deep as asked, without a deep text. */
function nestByFragments(depth: number): string {
  const fragments = Array.from({ length: depth }, (_, at) =>
    at === depth - 1
      ? `fragment F${at} on Nested { name }`
      : `fragment F${at} on Nested { next { ...F${at + 1} } }`,
  )
  return `{ nested { ...F0 } } ${fragments.join(' ')}`
}

/** Fragments that each spread the next under two names: 2^n fields from n lines. */
function multiply(times: number): string {
  const fragments = Array.from({ length: times }, (_, at) =>
    at === times - 1
      ? `fragment F${at} on Nested { name }`
      : `fragment F${at} on Nested { a: next { ...F${at + 1} } b: next { ...F${at + 1} } }`,
  )
  return `{ nested { ...F0 } } ${fragments.join(' ')}`
}

const aliases = (count: number) =>
  `{ ${Array.from({ length: count }, (_, at) => `a${at}: hello`).join(' ')} }`
const directives = (count: number) => `{ hello ${'@include(if: true) '.repeat(count)} }`
const fields = (count: number) => `{ ${'hello '.repeat(count)} }`

describe('a document that asks for too much is refused before anything is executed, with its cost and the limit', () => {
  test.each([
    ['10,000 aliases', aliases(10_000), 'tokens'],
    ['31 aliases', aliases(31), 'aliases'],
    ['nesting', `{ nested ${nest(12)} }`, 'depth'],
    ['nesting through fragments', nestByFragments(20), 'depth'],
    ['fragments that multiply each other', multiply(10), 'fields'],
    ['directives', directives(11), 'directives'],
    ['fields', fields(600), 'fields'],
    ['a long list of tokens', `{ hello(${'a: 1 '.repeat(1000)}) }`, 'tokens'],
  ])('%s', async (_what, query, measure) => {
    const before = server.lines.length
    const callers: Record<string, string>[] = [{}, { authorization: `Bearer ${token}` }]
    for (const headers of callers) {
      const { status, body } = await ask(server.publicUrl, query, headers)
      // To strangers a flood may be too long to be read at all.
      if (status === 413 && !('authorization' in headers)) continue
      expect(status).toBe(400)
      expect(body.data).toBeUndefined()
      const [error] = body.errors ?? []
      expect(error?.extensions).toMatchObject({
        code: 'COMPLEXITY',
        measure,
        cost: expect.any(Number),
        limit: expect.any(Number),
      })
      expect(error?.extensions['cost']).toBeGreaterThan(Number(error?.extensions['limit']))
    }
    expect(server.lines.slice(before).join('')).not.toContain('"event":"operation"')
  })

  test('as much as is allowed is answered', async () => {
    for (const query of [
      aliases(30),
      `{ nested ${nest(10)} }`,
      directives(1),
      fields(500),
      nestByFragments(10),
    ]) {
      const { status, body } = await ask(server.publicUrl, query)
      expect([status, body.errors]).toEqual([200, undefined])
    }
  })

  test('fragments in a circle are refused, also when nothing spreads them', async () => {
    for (const spread of ['...A', 'name']) {
      const query = `{ nested { ${spread} } } fragment A on Nested { next { ...B } } fragment B on Nested { next { ...A } }`
      const { status, body } = await ask(server.publicUrl, query)
      expect(status).toBe(400)
      expect(body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
    }
  })
})

describe('a malformed request gets a typed answer', () => {
  test.each([
    ['a syntax error', { query: '{ hello' }],
    ['an unknown field', { query: '{ helo }' }],
    ['no query', {}],
    ['a query that is no text', { query: 7 }],
    ['two operations and no name', { query: 'query A { hello } query B { hello }' }],
    ['an unknown operation', { query: 'query A { hello }', operationName: 'B' }],
    ['a batch', [{ query: '{ hello }' }, { query: '{ hello }' }]],
    ['variables that are no object', { query: '{ hello }', variables: 'x' }],
  ])('%s', async (_what, body) => {
    const response = await fetch(`${server.publicUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(400)
    const answer = (await response.json()) as { errors: { extensions: { code: string } }[] }
    expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  test('no suggestion tells strangers the name of a field', async () => {
    for (const query of ['{ helo }', '{ nested }', '{ nested { nam } }']) {
      expect(JSON.stringify((await ask(server.publicUrl, query)).body)).not.toContain('Did you mean')
    }
  })

  test('strangers cannot name a field of the internal schema, asked in turns with somebody who can', async () => {
    for (let round = 0; round < 3; round++) {
      const inside = await ask(server.publicUrl, '{ me }', { authorization: `Bearer ${token}` })
      expect(inside.body.data?.['me']).toEqual(expect.any(String))
      expect((await ask(server.publicUrl, '{ me }')).body.data).toBeUndefined()
    }
  })

  test('a stranger who asks for what staff may ask is told to sign in; what nobody can ask is bad input', async () => {
    const internal = await ask(server.publicUrl, '{ me hello }')
    expect(internal.status).toBe(401)
    expect(internal.body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED'])
    const unknown = await ask(server.publicUrl, '{ me nowhere }')
    expect(unknown.body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
    const excessive = await ask(server.publicUrl, `{ me ${'hello '.repeat(600)} }`)
    expect(excessive.body.errors?.[0]?.extensions['code']).toBe('COMPLEXITY')
  })

  test('a fault is masked, and logged under the request id the caller gets', async () => {
    const { body, headers } = await ask(server.publicUrl, '{ fault }')
    const [error] = body.errors ?? []
    expect(error?.extensions).toMatchObject({ code: 'INTERNAL', requestId: headers.get('x-request-id') })
    expect(error?.path).toEqual(['fault'])
    expect(JSON.stringify(body)).not.toMatch(/secret|passwd|stack/)
    const logged = server.lines.filter((line) => line.includes(String(headers.get('x-request-id'))))
    expect(logged.join('')).toContain('secret detail')
  })

  test('nobody but a trusted proxy chooses the request id', async () => {
    const { headers } = await ask(server.publicUrl, '{ hello }', { 'x-request-id': 'chosen-by-a-stranger' })
    expect(headers.get('x-request-id')).toMatch(/^[\da-f]{8}-[\da-f]{4}-7/)
  })
})

describe('a body', () => {
  const long = (bytes: number) =>
    JSON.stringify({ query: '{ hello }', variables: { filler: 'x'.repeat(bytes) } })

  test.each([
    ['a stranger', 17 * 1024, false],
    ['somebody signed in', 1025 * 1024, true],
  ])(
    'of %s is read to its limit and no further, whatever its length is said to be',
    async (_who, bytes, signedIn) => {
      const headers: Record<string, string> = signedIn ? { authorization: `Bearer ${token}` } : {}
      const declared = await post(long(bytes), headers, 'LENGTH')
      const chunked = await post(long(bytes), headers, 'CHUNKED')
      expect([declared.status, chunked.status]).toEqual([413, 413])
      expect(JSON.parse(chunked.text).errors[0].extensions.code).toBe('BAD_USER_INPUT')
      const fitting = await post(long(bytes - 4096), headers, 'CHUNKED')
      expect(fitting.status).toBe(200)
    },
  )

  test.each(['text/plain', 'multipart/form-data; boundary=x', 'application/octet-stream'])(
    'of type %s is not taken',
    async (type) => {
      const response = await fetch(`${server.publicUrl}/graphql`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{"query":"{ hello }"}',
      })
      expect(response.status).toBe(415)
    },
  )

  function post(body: string, headers: Record<string, string>, form: 'LENGTH' | 'CHUNKED') {
    return new Promise<{ status: number; text: string }>((resolve, reject) => {
      const framing = form === 'LENGTH' ? { 'content-length': String(Buffer.byteLength(body)) } : {}
      const outgoing = httpRequest(`${server.publicUrl}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers, ...framing },
      })
      outgoing.on('response', (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        )
      })
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  }
})

describe('a request with the session cookie is answered only when a page of ours can have sent it', () => {
  const good = { 'content-type': 'application/json', 'x-requested-with': 'test' }
  const body = JSON.stringify({ query: 'mutation { ping }' })
  const cases: readonly (readonly [string, number, RequestInit & { query?: string }])[] = [
    ['POST of JSON with the header', 200, { method: 'POST', headers: good, body }],
    [
      'the same without the header',
      403,
      { method: 'POST', headers: { 'content-type': 'application/json' }, body },
    ],
    [
      'the header and text/plain',
      403,
      { method: 'POST', headers: { ...good, 'content-type': 'text/plain' }, body },
    ],
    [
      'a form with the header',
      403,
      {
        method: 'POST',
        headers: { ...good, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'query={hello}',
      },
    ],
    [
      'multipart with the header',
      403,
      { method: 'POST', headers: { ...good, 'content-type': 'multipart/form-data; boundary=x' }, body },
    ],
    ['GET', 403, { method: 'GET', query: '?query={hello}' }],
    ['GET with the header', 403, { method: 'GET', headers: good, query: '?query={hello}' }],
    [
      'another origin',
      403,
      { method: 'POST', headers: { ...good, origin: 'https://elsewhere.example' }, body },
    ],
    ['the origin null', 403, { method: 'POST', headers: { ...good, origin: 'null' }, body }],
    ['another site', 403, { method: 'POST', headers: { ...good, 'sec-fetch-site': 'cross-site' }, body }],
  ]

  test.each(cases)('%s: %i', async (_what, status, { query = '', ...init }) => {
    const browser = createBrowser()
    await signIn(browser, server.publicUrl, 'analyst')
    const cookie = `__Host-session=${browser.cookies.get('__Host-session')}`
    const headers = new Headers(init.headers)
    headers.set('cookie', cookie)
    const response = await fetch(`${server.publicUrl}/graphql${query}`, { ...init, headers })
    expect(response.status).toBe(status)
    const text = await response.text()
    if (status === 200) expect(text).toContain('pong')
    else expect(text).not.toMatch(/pong|world/)
  })

  test('strangers may GET a query and no mutation; a token may not GET at all', async () => {
    const url = `${server.publicUrl}/graphql?query=${encodeURIComponent('{ hello }')}`
    expect((await fetch(url)).status).toBe(200)
    expect((await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status).toBe(405)
    const mutation = await fetch(
      `${server.publicUrl}/graphql?query=${encodeURIComponent('mutation { ping }')}`,
    )
    expect(mutation.status).toBeGreaterThanOrEqual(400)
  })

  test('no answer may be kept by a cache', async () => {
    const { headers } = await ask(server.publicUrl, '{ me }', { authorization: `Bearer ${token}` })
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})
