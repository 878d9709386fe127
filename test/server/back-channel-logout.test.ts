import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWK, type JWTPayload } from 'jose'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createBrowser, signIn, type Browser } from './browser.ts'
import { ask, startTestServer, type RunningTestServer } from './start-test-server.ts'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
let database: TestDatabase
let server: RunningTestServer
let owner: pg.Client
let issuerKey: JWK
beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ urls: database })
  issuerKey = JSON.parse(readFileSync(join(server.dataDir, 'development-issuer/signing-key.json'), 'utf8'))
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await server.stop()
  await database.drop()
})

const seconds = () => Math.floor(Date.now() / 1000)
let made = 0

/** A logout token as only the issuer could make it, unless told otherwise. */
async function forge(change: JWTPayload = {}, header: object = {}, key: JWK = issuerKey): Promise<string> {
  const claims = {
    iss: server.settings.issuer,
    aud: server.settings.clientId,
    sub: 'analyst',
    iat: seconds(),
    exp: seconds() + 120,
    jti: `logout-${made++}`,
    events: { [EVENT]: {} },
    ...change,
  }
  const protectedHeader = { alg: 'ES256', kid: 'development', typ: 'logout+jwt', ...header }
  return new SignJWT(claims).setProtectedHeader(protectedHeader).sign(await importJWK(key, 'ES256'))
}

function send(token: string, init: RequestInit = {}): Promise<Response> {
  const body = new URLSearchParams({ logout_token: token })
  return fetch(`${server.publicUrl}/auth/back-channel-logout`, { method: 'POST', body, ...init })
}

async function signedIn(persona: string): Promise<Browser> {
  const browser = createBrowser()
  await signIn(browser, server.publicUrl, persona)
  return browser
}

async function isSignedIn(browser: Browser): Promise<boolean> {
  const cookie = `__Host-session=${browser.cookies.get('__Host-session')}`
  const { status } = await ask(server.publicUrl, '{ me }', { cookie, 'x-requested-with': 'test' })
  return status === 200
}

async function sidOf(persona: string): Promise<readonly string[]> {
  const { rows } = await owner.query(
    `select s.sid from session s join identity i on i.person_id = s.person_id
     where i.subject = $1 and s.ended_at is null order by s.created_at`,
    [persona],
  )
  return rows.map(({ sid }) => sid)
}

describe('back-channel logout: what the identity provider ends ends here at the next request (V.B.5)', () => {
  test('a subject’s sessions, all of them and nobody else’s; the rows say so', async () => {
    const [first, second, other] = [
      await signedIn('analyst'),
      await signedIn('analyst'),
      await signedIn('crcl'),
    ]
    const response = await send(await forge())
    expect([response.status, response.headers.get('cache-control'), await response.text()]).toEqual([
      200,
      'no-store',
      '',
    ])
    expect(await Promise.all([first, second, other].map(isSignedIn))).toEqual([false, false, true])
    expect(await sidOf('analyst')).toEqual([])
  })
  test('one session of the provider’s and what rests on it, named with or without its subject', async () => {
    const [first, second] = [await signedIn('counsel'), await signedIn('counsel')]
    const [sid, another] = await sidOf('counsel')
    expect(sid).toEqual(expect.any(String))
    expect((await send(await forge({ sub: undefined, sid }))).status).toBe(200)
    expect(await Promise.all([first, second].map(isSignedIn))).toEqual([false, true])
    expect((await send(await forge({ sub: 'analyst', sid: another }))).status).toBe(200)
    expect(await isSignedIn(second), 'it is not that subject’s').toBe(true)
    expect((await send(await forge({ sub: 'counsel', sid: another }))).status).toBe(200)
    expect(await isSignedIn(second)).toBe(false)
  })
  test('where nobody is signed in there is nothing to end, and that is no error', async () => {
    expect((await send(await forge({ sub: 'nobody-we-know' }))).status).toBe(200)
  })
  test('the development issuer sends it when somebody signs out there', async () => {
    const browser = await signedIn('policy')
    const { rows } = await owner.query(
      `select s.id_token from session s join identity i on i.person_id = s.person_id where i.subject = 'policy'`,
    )
    const end = `${server.settings.issuer}/session/end?${new URLSearchParams({ id_token_hint: rows[0].id_token })}`
    const page = await (await browser.fetch(end)).text()
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
    await browser.fetch(`${server.settings.issuer}/session/end/confirm`, {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    })
    await expect.poll(() => isSignedIn(browser)).toBe(false)
  })
})

describe('back-channel logout ends the access tokens issued before it, at the next request (V.B.5)', () => {
  async function tokenOf(sub: string, iat: number): Promise<string> {
    const { issuer: iss, audience: aud } = server.settings
    const claims = { iss, aud, sub, iat, exp: iat + 600 }
    const signed = new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'development' })
    return signed.sign(await importJWK(issuerKey, 'ES256'))
  }
  const used = async (token: string) =>
    (await ask(server.publicUrl, '{ me }', { authorization: `Bearer ${token}` })).status
  test('a subject’s, and nobody else’s; one issued since is good', async () => {
    const at = seconds() - 10
    const [before, others] = [await tokenOf('cio', at), await tokenOf('crcl', at)]
    expect(await Promise.all([before, others].map(used)), 'both were good').toEqual([200, 200])
    expect((await send(await forge({ sub: 'cio', iat: at + 5 }))).status).toBe(200)
    expect(await Promise.all([before, others].map(used))).toEqual([401, 200])
    const samesecond = await tokenOf('cio', at + 5)
    expect(await used(samesecond), 'of the same second: not known to be later').toBe(401)
    expect(await used(await tokenOf('cio', at + 6))).toBe(200)
    await send(await forge({ sub: 'cio', iat: at + 2 }))
    expect(await used(await tokenOf('cio', at + 4)), 'an older sign-out takes nothing back').toBe(401)
  })
  test('of whoever’s session the provider names; of a session known to be another’s, nothing', async () => {
    await signedIn('inspector')
    const [sid] = await sidOf('inspector')
    const at = seconds() - 10
    const tokens = [await tokenOf('inspector', at), await tokenOf('operations', at)]
    await send(await forge({ sub: 'operations', sid, iat: at + 5 }))
    expect(await Promise.all(tokens.map(used))).toEqual([200, 200])
    await send(await forge({ sub: undefined, sid, iat: at + 5 }))
    expect(await Promise.all(tokens.map(used))).toEqual([401, 200])
    await send(await forge({ sub: 'operations', sid: 'never-seen-here', iat: at + 5 }))
    expect(await Promise.all(tokens.map(used))).toEqual([401, 401])
  })
})

describe('back-channel logout refuses', () => {
  const refusals: readonly (readonly [string, () => Promise<string>])[] = [
    ['another issuer’s token', () => forge({ iss: 'https://elsewhere.test' })],
    ['a token for another client', () => forge({ aud: 'registry' })],
    ['a token without a time', () => forge({ iat: undefined })],
    ['a token that does not end', () => forge({ exp: undefined })],
    ['a token that has ended', () => forge({ iat: seconds() - 300, exp: seconds() - 60 })],
    [
      'a token of an hour ago that would still count',
      () => forge({ iat: seconds() - 3600, exp: seconds() + 3600 }),
    ],
    ['a token from the future', () => forge({ iat: seconds() + 600, exp: seconds() + 900 })],
    ['a token without an id', () => forge({ jti: undefined })],
    ['a token without an event', () => forge({ events: undefined })],
    ['a token of another event', () => forge({ events: { 'https://schemas.test/other': {} } })],
    ['an event that is no object', () => forge({ events: { [EVENT]: 'yes' } })],
    ['a token with a nonce', () => forge({ nonce: 'n-0S6_WzA2Mj' })],
    ['a token that names nobody', () => forge({ sub: undefined })],
    ['an empty subject', () => forge({ sub: '' })],
    ['an access token', () => forge({}, { typ: 'at+jwt' })],
    ['a signature by another key', async () => forge({}, {}, await strangersKey())],
    ['a token without a signature', () => Promise.resolve(unsigned())],
    ['what is no token', () => Promise.resolve('not.a.token')],
  ]
  async function strangersKey(): Promise<JWK> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const { exportJWK } = await import('jose')
    return exportJWK(privateKey)
  }
  function unsigned(): string {
    const { issuer: iss, clientId: aud } = server.settings
    const claims = {
      iss,
      aud,
      sub: 'analyst',
      iat: seconds(),
      exp: seconds() + 60,
      jti: 'u',
      events: { [EVENT]: {} },
    }
    return new UnsecuredJWT(claims).encode()
  }
  test.each(refusals)('%s', async (_what, token) => {
    const browser = await signedIn('analyst')
    const response = await send(await token())
    expect([response.status, response.headers.get('cache-control')]).toEqual([400, 'no-store'])
    expect(await response.json()).toEqual({ error: 'invalid_request', error_description: expect.any(String) })
    expect(await isSignedIn(browser)).toBe(true)
  })
  test('a token that was honoured before, whoever has signed in since', async () => {
    const token = await forge({ sub: 'records' })
    expect((await send(token)).status).toBe(200)
    const browser = await signedIn('records')
    expect((await send(token)).status).toBe(400)
    expect(await isSignedIn(browser)).toBe(true)
  })
  test('one of two that come at once', async () => {
    const token = await forge({ sub: 'records' })
    const statuses = await Promise.all([send(token), send(token)])
    expect(statuses.map(({ status }) => status).sort()).toEqual([200, 400])
  })
  test('anything but a form with one token, and any other method', async () => {
    const token = await forge()
    const json = {
      body: JSON.stringify({ logout_token: token }),
      headers: { 'content-type': 'application/json' },
    }
    const twice = new URLSearchParams([
      ['logout_token', token],
      ['logout_token', token],
    ])
    const answers = [
      await send(token, json),
      await send(token, { body: new URLSearchParams() }),
      await send(token, { body: twice }),
      await send(token, { body: new URLSearchParams({ logout_token: 'a'.repeat(20_000) }) }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400])
    expect((await fetch(`${server.publicUrl}/auth/back-channel-logout`)).status).toBe(405)
  })
})

test('V.B.5: a deactivation ends the person’s sessions, and a reactivation does not bring them back', async () => {
  const browser = await signedIn('foia')
  const set = (state: string, at: string) =>
    owner.query(
      `update person set state = $1, deactivated_at = ${at} where display_name = 'Persona FOIA Officer'`,
      [state],
    )
  await set('DEACTIVATED', 'now()')
  const { rows } = await owner.query(
    `select s.ended_at = p.deactivated_at as ended, s.id_token from session s join person p on p.id = s.person_id
     where p.display_name = 'Persona FOIA Officer'`,
  )
  expect(rows).toEqual([{ ended: true, id_token: null }])
  await set('ACTIVE', 'null')
  expect(await isSignedIn(browser)).toBe(false)
})
