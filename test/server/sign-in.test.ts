import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issuerSecrets } from '@official-accounts/server/development/issuer-secrets'
import { PERSONAS } from '@official-accounts/server/development/personas'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createBrowser, signIn, signInUntilCallback, type Browser } from './browser.ts'
import { ask, startTestServer, type RunningTestServer } from './start-test-server.ts'

let database: TestDatabase
let server: RunningTestServer
let owner: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ urls: database, requiredAcr: 'urn:test:piv' })
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
})

afterAll(async () => {
  await owner.end()
  await server.stop()
  await database.drop()
})

const OURS = { 'x-requested-with': 'test' }

function cookieOf(browser: Browser): Record<string, string> {
  return { cookie: `__Host-session=${browser.cookies.get('__Host-session')}` }
}

async function signedIn(persona = 'analyst'): Promise<Browser> {
  const browser = createBrowser()
  await signIn(browser, server.publicUrl, persona)
  return browser
}

describe('sign-in in the browser', () => {
  test('leads a persona by code and PKCE to the page asked for, with a session nobody can read or send from elsewhere', async () => {
    const browser = createBrowser()
    const callback = await signInUntilCallback(browser, server.publicUrl, 'analyst', '/admin/accounts?x=1')
    const response = await browser.fetch(callback)
    expect(response.headers.get('location')).toBe(`${server.publicUrl}/admin/accounts?x=1`)
    const cookie = response.headers.getSetCookie().find((each) => each.startsWith('__Host-session='))
    expect(cookie).toMatch(/Path=\/; Secure; HttpOnly; SameSite=Lax/)
    const answer = await ask(server.publicUrl, '{ audience me people acr }', {
      ...cookieOf(browser),
      ...OURS,
    })
    expect(answer.body.data).toMatchObject({ audience: 'INTERNAL', acr: 'urn:test:piv' })
    expect(answer.body.data?.['people']).toContain('Persona ASPA')
  })

  test('asks the issuer with PKCE, state, nonce and the required context', async () => {
    const response = await fetch(`${server.publicUrl}/auth/sign-in`, { redirect: 'manual' })
    const target = new URL(response.headers.get('location') ?? '')
    expect(Object.fromEntries(target.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      acr_values: 'urn:test:piv',
      state: expect.stringMatching(/.{40,}/),
      nonce: expect.stringMatching(/.{40,}/),
    })
  })

  test('offers every persona by name, with what it may do, and no password', async () => {
    const browser = createBrowser()
    const start = await browser.fetch(`${server.publicUrl}/auth/sign-in`)
    const page = await browser.fetch(start.headers.get('location') ?? '')
    const choice = await browser.fetch(new URL(page.headers.get('location') ?? '', server.publicUrl))
    const html = await choice.text()
    for (const { name, may } of PERSONAS) expect(html).toMatch(new RegExp(`value="${name}"[^]*${may}`))
    expect(html).not.toContain('password')
    const unasked = await fetch(`${server.settings.issuer}/persona/unknown`)
    expect([unasked.status, await unasked.text()]).toEqual([
      400,
      expect.stringContaining('No sign-in is under way'),
    ])
  })

  test('survives a restart of the development issuer: its keys are kept', async () => {
    const [before, after] = [await issuerSecrets(server.dataDir), await issuerSecrets(server.dataDir)]
    expect(after).toEqual(before)
    expect(after.signingKey.d).toEqual(expect.any(String))
  })

  test('keeps only the hash of the session', async () => {
    const browser = await signedIn()
    const secret = browser.cookies.get('__Host-session') ?? ''
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    const rows = await owner.query('select * from session where token_hash = $1', [
      createHash('sha256').update(secret).digest('hex'),
    ])
    expect(rows.rowCount).toBe(1)
    expect(JSON.stringify(rows.rows)).not.toContain(secret)
  })

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/%5celsewhere',
    '/auth/sign-in',
    'javascript:alert(1)',
    '/.//elsewhere.example',
  ])('never leads to %s', async (returnTo) => {
    const target = await signIn(createBrowser(), server.publicUrl, 'employee', returnTo)
    expect(target.origin).toBe(server.publicUrl)
    expect(target.pathname).toMatch(/^\/(admin\/|%5celsewhere)$/)
  })

  test('registers somebody the issuer vouches for at the first sign-in, once, as an employee, with an audit entry', async () => {
    // A persona of a component that does not exist here was not seeded.
    const before = await owner.query("select 1 from identity where subject = 'manager-cbp'")
    expect(before.rowCount).toBe(0)
    await Promise.all([signedIn('manager-cbp'), signedIn('manager-cbp')])
    const { rows } = await owner.query(`
      select p.id, p.affiliation, array_agg(g.role::text) as roles from identity i join person p on p.id = i.person_id
      join role_grant g on g.person_id = p.id where i.subject = 'manager-cbp' group by p.id`)
    expect(rows).toMatchObject([{ affiliation: 'EMPLOYEE', roles: ['EMPLOYEE'] }])
    const audit = await owner.query(
      "select action from audit_entry where subject_id = $1 and outcome = 'ACCEPTED'",
      [rows[0].id],
    )
    expect(audit.rows).toEqual([{ action: 'person.register' }])
  })
})

describe('a sign-in that is not finished by who began it', () => {
  test('a callback with another state is refused, and so is one in another browser', async () => {
    const browser = createBrowser()
    const callback = await signInUntilCallback(browser, server.publicUrl, 'analyst')
    const forged = new URL(callback)
    forged.searchParams.set('state', 'forged')
    expect((await browser.fetch(forged)).status).toBe(400)
    const victim = createBrowser()
    expect((await victim.fetch(callback)).status).toBe(400)
    expect(victim.cookies.has('__Host-session')).toBe(false)
  })

  test('a callback works once', async () => {
    const browser = createBrowser()
    const callback = await signInUntilCallback(browser, server.publicUrl, 'analyst')
    const state = browser.cookies.get('__Host-sign-in') ?? ''
    expect((await browser.fetch(callback)).status).toBe(302)
    browser.cookies.clear()
    browser.cookies.set('__Host-sign-in', state)
    expect((await browser.fetch(callback)).status).toBe(400)
    expect(browser.cookies.has('__Host-session')).toBe(false)
  })

  test('an attempt that has run out is refused', async () => {
    const browser = createBrowser()
    const callback = await signInUntilCallback(browser, server.publicUrl, 'analyst')
    await owner.query("update sign_in_attempt set expires_at = now() - interval '1 second'")
    expect((await browser.fetch(callback)).status).toBe(400)
  })

  test('a code of another sign-in is refused: the verifier does not fit', async () => {
    const thief = createBrowser()
    const stolen = await signInUntilCallback(createBrowser(), server.publicUrl, 'aspa')
    const own = await signInUntilCallback(thief, server.publicUrl, 'employee')
    own.searchParams.set('code', stolen.searchParams.get('code') ?? '')
    expect((await thief.fetch(own)).status).toBe(400)
    expect(thief.cookies.has('__Host-session')).toBe(false)
  })

  test('the issuer gives no code without PKCE', async () => {
    const url = new URL(`${server.settings.issuer}/auth`)
    url.search = new URLSearchParams({
      client_id: server.settings.clientId,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${server.publicUrl}/auth/callback`,
      state: 'any',
    }).toString()
    const response = await fetch(url, { redirect: 'manual' })
    expect(response.headers.get('location')).toContain('error=invalid_request')
  })
})

describe('a session', () => {
  test('begins anew at every sign-in; the one before ends, a planted one is not taken up', async () => {
    const browser = await signedIn()
    const first = cookieOf(browser)
    await signIn(browser, server.publicUrl, 'analyst')
    expect(cookieOf(browser)).not.toEqual(first)
    expect((await ask(server.publicUrl, '{ me }', { ...first, ...OURS })).status).toBe(401)
    const planted = createBrowser()
    planted.cookies.set('__Host-session', 'planted-by-somebody-else')
    await signIn(planted, server.publicUrl, 'analyst')
    expect(planted.cookies.get('__Host-session')).not.toBe('planted-by-somebody-else')
  })

  test('ends at sign-out for good, which leads to the issuer to sign out there', async () => {
    const browser = await signedIn()
    const used = cookieOf(browser)
    const response = await browser.fetch(`${server.publicUrl}/auth/sign-out`, {
      method: 'POST',
      headers: OURS,
    })
    const { redirectTo } = (await response.json()) as { redirectTo: string }
    expect(redirectTo).toContain(`${server.settings.issuer}/session/end?`)
    expect(browser.cookies.has('__Host-session')).toBe(false)
    const { status, body } = await ask(server.publicUrl, '{ me }', { ...used, ...OURS })
    expect(status).toBe(401)
    expect(body.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED')
  })

  test('is not ended by a form on another page', async () => {
    const browser = await signedIn()
    const url = `${server.publicUrl}/auth/sign-out`
    expect((await browser.fetch(url, { method: 'POST' })).status).toBe(403)
    expect((await browser.fetch(url)).status).toBe(405)
    expect((await ask(server.publicUrl, '{ me }', { ...cookieOf(browser), ...OURS })).status).toBe(200)
  })

  test.each([
    ['30 minutes without use', "last_seen_at = now() - interval '31 minutes'"],
    ['12 hours', "expires_at = now() - interval '1 second'"],
    ['being ended elsewhere', 'ended_at = now()'],
  ])('ends after %s', async (_after, change) => {
    const browser = await signedIn()
    const hash = createHash('sha256')
      .update(browser.cookies.get('__Host-session') ?? '')
      .digest('hex')
    await owner.query(`update session set ${change} where token_hash = $1`, [hash])
    expect((await ask(server.publicUrl, '{ me }', { ...cookieOf(browser), ...OURS })).status).toBe(401)
  })

  test('is worth nothing once its person is deactivated', async () => {
    const browser = await signedIn('foia')
    const before = await ask(server.publicUrl, '{ me }', { ...cookieOf(browser), ...OURS })
    expect(before.status, 'the person is known and remembered').toBe(200)
    await owner.query("update person set state = 'DEACTIVATED' where display_name = 'Persona FOIA Officer'")
    expect((await ask(server.publicUrl, '{ me }', { ...cookieOf(browser), ...OURS })).status).toBe(401)
  })

  test('writes down at most once a minute that it was used', async () => {
    const browser = await signedIn()
    const hash = createHash('sha256')
      .update(browser.cookies.get('__Host-session') ?? '')
      .digest('hex')
    const seen = () =>
      owner.query('select last_seen_at, xmin::text from session where token_hash = $1', [hash])
    const before = (await seen()).rows
    await ask(server.publicUrl, '{ me }', { ...cookieOf(browser), ...OURS })
    expect((await seen()).rows).toEqual(before)
    await owner.query(
      "update session set last_seen_at = now() - interval '2 minutes' where token_hash = $1",
      [hash],
    )
    await ask(server.publicUrl, '{ me }', { ...cookieOf(browser), ...OURS })
    expect(Date.now() - new Date((await seen()).rows[0].last_seen_at).getTime()).toBeLessThan(60_000)
  })
})
