import { internalSchema, publicSchema } from '@official-accounts/schema/schema'
import { PERMISSIONS } from '@official-accounts/domain/access/permissions'
import { personaToken } from '@official-accounts/server/development/persona-token'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createBrowser, signIn, type Browser } from './browser.ts'
import { ask, startTestServer, type RunningTestServer } from './start-test-server.ts'

const CARD = 'urn:test:card'
const PASSWORD = 'urn:test:password'

let database: TestDatabase
let server: RunningTestServer
let owner: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  const schemas = { internalSchema, publicSchema }
  server = await startTestServer({ urls: database, schemas, requiredAcr: `${CARD} urn:test:token` })
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
})

afterAll(async () => {
  await owner.end()
  await server.stop()
  await database.drop()
})

async function signedIn(persona: string, acr: string): Promise<Browser> {
  const browser = createBrowser()
  await signIn(browser, server.publicUrl, persona)
  // The test issuer gives every sign-in what was asked for; another one may answer with what it has.
  await owner.query(
    `update session set acr = $1 where person_id =
     (select person_id from identity where subject = $2) and ended_at is null`,
    [acr, persona],
  )
  return browser
}

let days = 20

/** The Assistant Secretary's decision on a number of the policy, which needs no other record. */
async function decide(headers: Record<string, string>) {
  const input = `{ key: WORK_DUE_DAYS, value: ${days++}, reason: "A test." }`
  const result = `__typename ... on Error { code message } ... on StrongerSignInError { needed }`
  const document = `mutation { changePolicySetting(input: ${input}) { ${result} } }`
  const { body } = await ask(server.publicUrl, document, headers)
  expect(body.errors).toBeUndefined()
  return body.data?.['changePolicySetting'] as Record<string, unknown>
}

function sent(browser: Browser): Record<string, string> {
  return { cookie: `__Host-session=${browser.cookies.get('__Host-session')}`, 'x-requested-with': 'test' }
}

describe('an office decides after a sign-in by the method that the department requires', () => {
  test('a weaker one reads, and is refused the decision with what it takes; the refusal is kept', async () => {
    const browser = await signedIn('aspa', PASSWORD)
    expect(await decide(sent(browser))).toEqual({
      __typename: 'StrongerSignInError',
      code: 'STRONGER_SIGN_IN',
      message: expect.stringContaining('Sign in again'),
      needed: [CARD, 'urn:test:token'],
    })
    const { rows } = await owner.query(
      `select outcome from audit_entry where reason like 'STRONGER_SIGN_IN:%'`,
    )
    expect(rows).toEqual([{ outcome: 'REFUSED' }])
    const read = '{ policySettings { availableActions { allowed blockedBy { code } } } }'
    const { body } = await ask(server.publicUrl, read, sent(browser))
    expect(JSON.stringify(body.data)).toContain('"allowed":false,"blockedBy":{"code":"STRONGER_SIGN_IN"}')
  })
  test('what no office decides goes on as ever', async () => {
    const browser = await signedIn('employee', PASSWORD)
    const input = '{ kind: IMPERSONATION, address: "https://x.com/notdhs", evidence: "It plays us." }'
    const document = `mutation { reportIncident(input: ${input}) { __typename ... on Error { code } } }`
    const { body } = await ask(server.publicUrl, document, sent(browser))
    // There is no such platform in this database: the rule was asked, and not the sign-in.
    expect(JSON.stringify(body.data)).toMatch(/"Incident"|INVALID_INPUT|POLICY_REFUSAL/)
  })
  test('signing in again asks the issuer anew for that method, comes back, and the decision is made', async () => {
    const browser = await signedIn('aspa', PASSWORD)
    const response = await browser.fetch(`${server.publicUrl}/auth/sign-in?again=true&returnTo=/admin/`)
    const target = new URL(response.headers.get('location') ?? '')
    expect(Object.fromEntries(target.searchParams)).toMatchObject({
      prompt: 'login',
      acr_values: `${CARD} urn:test:token`,
    })
    await signIn(browser, server.publicUrl, 'aspa', '/admin/', { again: 'true' })
    await owner.query('update session set acr = $1 where ended_at is null', [CARD])
    expect((await decide(sent(browser)))['__typename']).not.toContain('Error')
  })
  test('any one of the named methods is enough, in a token as well', async () => {
    expect((await decide(sent(await signedIn('aspa', 'urn:test:token'))))['__typename']).not.toContain(
      'Error',
    )
    const bearer = await personaToken(server.publicUrl, 'aspa')
    expect(await decide({ authorization: `Bearer ${bearer}` })).toMatchObject({ code: 'STRONGER_SIGN_IN' })
  })
})

test('an office’s decisions are what its staff may not do; lending a role is one, for it lends what the role decides', () => {
  const rules = Object.entries(PERMISSIONS).map(([name, rule]) => [name, 'decides' in rule && rule.decides])
  expect(Object.fromEntries(rules)).toMatchObject({
    'account.approve': true,
    'account.suspend': true,
    'exception.decide': true,
    'role.grant': true,
    'certification.certify': true,
    'delegation.recordStandIn': true,
    'account.request': false,
    'account.claim': false,
    'certification.answer': false,
    'incident.report': false,
    'notification.read': false,
    'timer.advance': false,
  })
})
