import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type Answer, type TestApp } from '../support/create-test-app.ts'
import { insertAccount, rawId } from '../support/records.ts'

let app: TestApp
let accountId: string
let slug: string
beforeAll(async () => {
  app = await createTestApp()
  accountId = await insertAccount(app, 'ACTIVE', { primary: 'manager-cbp' })
  await insertAccount(app, 'ACTIVE', { component: 'FEMA' })
  const { rows } = await app.owner.query<{ slug: string }>('select slug from account where id = $1', [
    rawId(accountId),
  ])
  slug = rows[0]?.slug ?? ''
})
afterAll(() => app.close())

/** Sends a document as a client over HTTP does, which says how long its body is: only such requests are kept. */
async function send(
  persona: string | null,
  query: string,
  variables: object = {},
  accept = 'application/json',
) {
  const body = JSON.stringify({ query, variables })
  const headers = {
    'content-type': 'application/json',
    accept,
    'content-length': String(Buffer.byteLength(body)),
  }
  const response = await app.fetch(persona, { method: 'POST', headers, body })
  return { response, text: await response.text() }
}

async function ask(persona: string | null, query: string, variables: object = {}): Promise<Answer> {
  return JSON.parse((await send(persona, query, variables)).text) as Answer
}

// Other files' databases are on the same server, and a commit there ends what is kept here too: the fewest of many
// counts, which never is none where nothing is kept.
async function fewestStatements(work: () => Promise<unknown>): Promise<number> {
  let fewest = Number.POSITIVE_INFINITY
  for (let time = 0; time < 200 && fewest > 0; time++) {
    fewest = Math.min(fewest, (await app.statementsOf(work)).length)
  }
  return fewest
}

const STATUS = 'query ($slug: String!) { directoryAccount(slug: $slug) { status } }'
const LIST =
  'query ($text: String) { directoryAccounts(first: 5, filter: { text: $text }) { edges { node { slug } } } }'
const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }'

describe('what the public reads is kept while nothing changes', () => {
  test('the second time nothing is read from the directory, and the answer is the same', async () => {
    const first = await send(null, STATUS, { slug })
    let second = first
    const fewest = await fewestStatements(async () => {
      second = await send(null, STATUS, { slug })
    })
    expect(fewest).toBe(0)
    expect(second.text).toBe(first.text)
    expect(JSON.parse(first.text)).toEqual({ data: { directoryAccount: { status: 'OFFICIAL' } } })
  })

  test('each answer still has a request id of its own and is kept by nobody else', async () => {
    const ids = [await send(null, STATUS, { slug }), await send(null, STATUS, { slug })].map(
      ({ response }) => {
        expect(response.headers.get('cache-control')).toBe('private, no-store')
        return response.headers.get('x-request-id')
      },
    )
    expect(new Set(ids).size).toBe(2)
  })

  test('either media type gets its own answer', async () => {
    const types = ['application/json', 'application/graphql-response+json', 'application/json']
    for (const type of types) {
      const { response } = await send(null, STATUS, { slug }, type)
      expect(response.headers.get('content-type')).toContain(type)
    }
  })
})

describe('a change is seen at once', () => {
  test('by the very next reader, each time', async () => {
    for (let round = 0; round < 10; round++) {
      for (const [mutation, status] of [
        ['suspendAccount', 'SUSPENDED'],
        ['reinstateAccount', 'OFFICIAL'],
      ] as const) {
        const change = `mutation ($id: ID!) { ${mutation}(input: { accountId: $id, reason: "Test." }) { __typename } }`
        expect((await ask('opa', change, { id: accountId })).data[mutation].__typename).toBe('Account')
        const answers = await Promise.all([1, 2, 3].map(() => ask(null, STATUS, { slug })))
        expect(answers.map(({ data }) => data.directoryAccount.status)).toEqual([status, status, status])
      }
    }
  })

  test('also one that no command made', async () => {
    await ask(null, STATUS, { slug })
    await app.owner.query("update account set title = 'Renamed by hand' where id = $1", [rawId(accountId)])
    const { data } = await ask(null, 'query ($slug: String!) { directoryAccount(slug: $slug) { title } }', {
      slug,
    })
    expect(data.directoryAccount.title).toBe('Renamed by hand')
  })

  test('verifyAccount reads the directory once and again after a change', async () => {
    const verify = 'query ($input: String!) { verifyAccount(input: $input) { outcome } }'
    const input = `https://x.com/${slug.slice(2)}`
    await ask(null, verify, { input })
    let asked = 0
    expect(await fewestStatements(() => ask(null, verify, { input: `${input}?${asked++}` }))).toBe(0)
    const suspend =
      'mutation ($id: ID!) { suspendAccount(input: { accountId: $id, reason: "Test." }) { __typename } }'
    await ask('opa', suspend, { id: accountId })
    expect((await ask(null, verify, { input })).data.verifyAccount.outcome).toBe('SUSPENDED')
    expect((await ask('employee', verify, { input })).data.verifyAccount.outcome).toBe('SUSPENDED')
  })
})

describe('what must not be kept', () => {
  test('the instant the directory speaks of, however it is asked for', async () => {
    const documents = [
      '{ directoryStatus { asOf } }',
      '{ other: directoryStatus { asOf } }',
      'fragment Now on Query { directoryStatus { asOf } } query { ...Now }',
    ]
    for (const document of documents) {
      const first = await app.statementsOf(() => ask(null, document))
      const second = await app.statementsOf(() => ask(null, document))
      expect([first.length > 0, second.length > 0]).toEqual([true, true])
    }
  })

  test('a refusal', async () => {
    const tooMany = '{ directoryAccounts(first: 1000) { edges { cursor } } }'
    for (const _time of [1, 2]) expect((await ask(null, tooMany)).errors).toHaveLength(1)
  })

  test('anything of a caller who is known: strangers and staff interleaved never mix', async () => {
    const callers = [null, 'opa', 'employee', null, 'manager-fema'] as const
    const requests = [
      [NODE, { id: accountId }],
      [LIST, { text: 'TestFixture' }],
      [LIST, { text: slug.slice(2) }],
      [LIST, {}],
      [STATUS, { slug }],
    ] as const
    const plan = Array.from({ length: 200 }, (_, index) => ({
      persona: callers[index % callers.length] ?? null,
      request: requests[(index * 7 + Math.floor(index / 5)) % requests.length] ?? requests[0],
    }))
    const answers = await Promise.all(
      plan.map(({ persona, request }) => send(persona, request[0], request[1])),
    )
    // Without a length nothing is kept: these are what each caller is told when asked alone.
    for (const [at, { persona, request }] of plan.entries()) {
      const alone = await app.as(persona, request[0], request[1])
      expect({ at, persona, answer: JSON.parse(answers[at]?.text ?? '') }).toEqual({
        at,
        persona,
        answer: alone,
      })
    }
    const [stranger, staff] = [
      await ask(null, NODE, { id: accountId }),
      await ask('opa', NODE, { id: accountId }),
    ]
    expect([stranger.data.node, staff.data.node.__typename]).toEqual([null, 'Account'])
  })
})
