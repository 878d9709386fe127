import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  exportSPKI,
  generateKeyPair,
  importJWK,
  SignJWT,
  UnsecuredJWT,
  type JWK,
  type JWTPayload,
} from 'jose'
import * as oidc from 'openid-client'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personaToken } from '@official-accounts/server/development/persona-token'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { createBrowser, signIn } from './browser.ts'
import { ask, startTestServer, type RunningTestServer } from './start-test-server.ts'

let database: TestDatabase
let server: RunningTestServer
let issuerKey: JWK

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startTestServer({ urls: database })
  issuerKey = JSON.parse(readFileSync(join(server.dataDir, 'development-issuer/signing-key.json'), 'utf8'))
})

afterAll(async () => {
  await server.stop()
  await database.drop()
})

const SECONDS = () => Math.floor(Date.now() / 1000)

function claims(change: JWTPayload = {}): JWTPayload {
  const { issuer, audience } = server.settings
  return { iss: issuer, aud: audience, sub: 'analyst', iat: SECONDS(), exp: SECONDS() + 300, ...change }
}

/** A token as only the issuer could make it, unless told otherwise. */
async function forge(
  change: JWTPayload = {},
  header: Record<string, unknown> = {},
  key: JWK = issuerKey,
): Promise<string> {
  const protectedHeader = { alg: 'ES256', kid: 'development', ...header }
  return new SignJWT(claims(change)).setProtectedHeader(protectedHeader).sign(await importJWK(key, 'ES256'))
}

function bearer(token: string) {
  return ask(server.publicUrl, '{ audience me }', { authorization: `Bearer ${token}` })
}

describe('a bearer token', () => {
  test('of the issuer is accepted: these tests would notice a refusal of everything', async () => {
    const { status, body } = await bearer(await forge())
    expect({ status, ...body.data }).toMatchObject({
      status: 200,
      audience: 'INTERNAL',
      me: expect.any(String),
    })
  })

  test('is to be had for a persona from the command line, and needs no CSRF header', async () => {
    const { body } = await bearer(await personaToken(server.publicUrl, 'aspa'))
    expect(body.data?.['audience']).toBe('INTERNAL')
    await expect(personaToken(server.publicUrl, 'nobody')).rejects.toThrow('does not sign in nobody')
  })

  test('is to be had for a program by client credentials; the program is a person of its own', async () => {
    const secret = readFileSync(join(server.dataDir, 'development-issuer/program-secret'), 'utf8').trim()
    const options = { execute: [oidc.allowInsecureRequests] }
    const client = await oidc.discovery(
      new URL(server.settings.issuer),
      'program',
      secret,
      undefined,
      options,
    )
    const { access_token: token } = await oidc.clientCredentialsGrant(client, { scope: 'api' })
    const { body } = await bearer(token)
    expect(body.data).toMatchObject({ audience: 'INTERNAL', me: expect.any(String) })
  })
})

const EC_STRANGER = generateKeyPair('ES256', { extractable: true })

describe('a token that is not good is refused with UNAUTHENTICATED and never taken for no token', () => {
  const vectors: readonly (readonly [string, () => Promise<string> | string])[] = [
    ['without a signature (alg none)', () => new UnsecuredJWT(claims()).encode()],
    ['signed with the public key as a shared secret, as JWK', () => signedWithPublicKey('jwk')],
    ['signed with the public key as a shared secret, as PEM', () => signedWithPublicKey('pem')],
    [
      'signed by somebody else under our key id',
      async () => signedBy((await EC_STRANGER).privateKey, { kid: 'development' }),
    ],
    ['of an unknown key id', async () => signedBy((await EC_STRANGER).privateKey, { kid: 'another' })],
    ['whose key id is a path', () => forge({}, { kid: '../../../../dev/null' })],
    [
      'that brings its own key',
      async () =>
        signedBy((await EC_STRANGER).privateKey, { jku: 'https://elsewhere.example/keys', kid: 'x' }),
    ],
    ['of another issuer', () => forge({ iss: 'https://elsewhere.example' })],
    ['for another audience', () => forge({ aud: 'urn:elsewhere' })],
    ['that is an ID token: made out to the client', () => forge({ aud: server.settings.clientId })],
    ['for no audience', () => forge({ aud: undefined })],
    ['that has expired', () => forge({ exp: SECONDS() - 60 })],
    ['that never expires', () => forge({ exp: undefined })],
    ['that is not valid yet', () => forge({ nbf: SECONDS() + 600 })],
    ['without a subject', () => forge({ sub: undefined })],
    ['for somebody not registered here', () => forge({ sub: 'stranger' })],
    ['changed after it was signed', async () => tampered(await forge())],
    ['that is no token at all', () => 'abc.def.ghi'],
    ['that is empty', () => ''],
  ]

  test.each(vectors)('%s', async (_what, make) => {
    const { status, body, headers } = await bearer(await make())
    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toBe('Bearer')
    expect(body.data).toBeUndefined()
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
      requestId: expect.any(String),
    })
  })

  test.each(['Basic YTpi', 'bearer', 'Token x', 'Bearer a b'])('the header "%s"', async (authorization) => {
    expect((await ask(server.publicUrl, '{ hello }', { authorization })).status).toBe(401)
  })

  test('a token of a deactivated person, also one that was good a moment ago', async () => {
    const token = await forge({ sub: 'cio' })
    expect((await bearer(token)).status).toBe(200)
    const owner = new pg.Client(database.ownerUrl)
    await owner.connect()
    await owner.query("update person set state = 'DEACTIVATED' where display_name = 'Persona CIO'")
    await owner.end()
    expect((await bearer(token)).status).toBe(401)
  })

  test('a bad token beside a good session counts, not the session', async () => {
    const browser = createBrowser()
    await signIn(browser, server.publicUrl, 'analyst')
    const cookie = `__Host-session=${browser.cookies.get('__Host-session')}`
    const headers = { cookie, authorization: 'Bearer nonsense', 'x-requested-with': 'test' }
    expect((await ask(server.publicUrl, '{ me }', headers)).status).toBe(401)
  })

  test('no token appears in the log', async () => {
    const token = await forge({ sub: 'stranger' })
    await bearer(token)
    expect(server.lines.join('')).toContain('PERSON_UNKNOWN')
    expect(server.lines.join('')).not.toContain(token)
  })
})

async function signedBy(key: CryptoKey, header: Record<string, unknown>): Promise<string> {
  return new SignJWT(claims()).setProtectedHeader({ alg: 'ES256', ...header }).sign(key)
}

async function signedWithPublicKey(form: 'jwk' | 'pem'): Promise<string> {
  const { d: _d, ...publicJwk } = issuerKey
  const key = await importJWK(publicJwk, 'ES256', { extractable: true })
  if (key instanceof Uint8Array) throw new Error('Not a key of a pair.')
  const secret = form === 'jwk' ? JSON.stringify(publicJwk) : await exportSPKI(key)
  return new SignJWT(claims())
    .setProtectedHeader({ alg: 'HS256', kid: 'development' })
    .sign(new TextEncoder().encode(secret))
}

function tampered(token: string): string {
  const [header, , signature] = token.split('.')
  const payload = Buffer.from(JSON.stringify(claims({ sub: 'aspa' }))).toString('base64url')
  return `${header}.${payload}.${signature}`
}
