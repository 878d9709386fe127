import { describe, expect, test } from 'vitest'
import { ConfigError, parseConfig } from '@official-accounts/server/config'

const REAL = {
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_CLIENT_ID: 'client',
  OIDC_AUDIENCE: 'urn:api',
  PUBLIC_URL: 'https://accounts.example',
}
const OWN_DATABASE = {
  DATABASE_URL: 'postgresql://app:app-secret@db.example/accounts',
  DATABASE_OWNER_URL: 'postgresql://owner:owner-secret@db.example/accounts',
  DATABASE_PUBLIC_URL: 'postgresql://public:public-secret@db.example/accounts',
}

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseConfig(environment)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems
  }
}

describe('settings', () => {
  test('need nothing at all on a developer’s machine', () => {
    expect(parseConfig({})).toMatchObject({
      port: 4000,
      publicUrl: 'http://localhost:4000',
      database: { kind: 'EMBEDDED' },
      identity: null,
      production: false,
    })
  })

  test('name an issuer and a database of the operator’s own', () => {
    const config = parseConfig({
      ...REAL,
      ...OWN_DATABASE,
      NODE_ENV: 'production',
      OIDC_REQUIRED_ACR: 'urn:piv',
    })
    expect(config).toMatchObject({
      production: true,
      identity: { issuer: 'https://issuer.example', clientSecret: null, requiredAcr: 'urn:piv' },
      database: { kind: 'GIVEN', replicaUrl: null },
    })
  })

  test('an empty one counts as not set', () => {
    expect(problemsOf({ OIDC_ISSUER: '', SMTP_URL: '', PORT: '' })).toEqual([])
  })
})

describe('a start is refused, in words that name the setting and never its value,', () => {
  const cases: readonly (readonly [string, Record<string, string>, RegExp])[] = [
    ['for a name nobody listed', { OIDC_ISUER: 'https://secret.example' }, /^OIDC_ISUER is not a name/],
    ['for one of each owned prefix', { AUDIT_X: 'secret' }, /^AUDIT_X is not a name/],
    [
      'for a mail server without a sender',
      { SMTP_URL: 'smtp://secret' },
      /^SMTP_FROM is missing, and SMTP_URL/,
    ],
    [
      'for a sender without a mail server',
      { SMTP_FROM: 'secret@a.test' },
      /^SMTP_URL is missing, and SMTP_FROM/,
    ],
    [
      'for a sender that is no address',
      { SMTP_URL: 'smtp://a', SMTP_FROM: 'secret' },
      /^SMTP_FROM is not an e-mail/,
    ],
    ['for a port that is none', { PORT: 'secret' }, /^PORT is not a port/],
    ['for a port out of range', { PORT: '70000' }, /^PORT is not a port/],
    ['for an issuer that is no address', { ...REAL, OIDC_ISSUER: 'secret' }, /^OIDC_ISSUER is/],
    [
      'for an issuer on plain http elsewhere',
      { ...REAL, OIDC_ISSUER: 'http://secret.example' },
      /^OIDC_ISSUER is plain http/,
    ],
    [
      'for a public address on plain http elsewhere',
      { ...REAL, PUBLIC_URL: 'http://secret.example' },
      /^PUBLIC_URL is plain http/,
    ],
    [
      'for a public address with a path',
      { ...REAL, PUBLIC_URL: 'https://secret.example/path' },
      /^PUBLIC_URL is more/,
    ],
    [
      'for an audience that is the client',
      { ...REAL, OIDC_AUDIENCE: 'client' },
      /^OIDC_AUDIENCE must differ/,
    ],
    [
      'for an issuer without an audience',
      { OIDC_ISSUER: 'https://secret.example', OIDC_CLIENT_ID: 'x', PUBLIC_URL: 'https://a.example' },
      /^OIDC_AUDIENCE is missing/,
    ],
    ['for a client without an issuer', { OIDC_CLIENT_ID: 'secret' }, /^OIDC_ISSUER is missing/],
    [
      'for the development sign-in in production',
      { NODE_ENV: 'production' },
      /^OIDC_ISSUER is missing, and production/,
    ],
    [
      'for the development sign-in off loopback',
      { PUBLIC_URL: 'https://secret.example' },
      /^OIDC_ISSUER is missing, and the development/,
    ],
    [
      'for a database of another kind',
      { ...OWN_DATABASE, DATABASE_URL: 'mysql://secret' },
      /^DATABASE_URL is not a postgresql/,
    ],
    [
      'for a database without its owner',
      { DATABASE_URL: OWN_DATABASE.DATABASE_URL, DATABASE_PUBLIC_URL: OWN_DATABASE.DATABASE_PUBLIC_URL },
      /^DATABASE_OWNER_URL is missing/,
    ],
    [
      'for a replica of no database',
      { DATABASE_REPLICA_URL: 'postgresql://secret@x/y' },
      /^DATABASE_URL is missing/,
    ],
    ['for a mail server of another kind', { SMTP_URL: 'https://secret.example' }, /^SMTP_URL is not an smtp/],
    ['for a storage that is no address', { STORAGE_URL: 'secret' }, /^STORAGE_URL is not/],
    ['for a level of logging nobody knows', { LOG_LEVEL: 'secret' }, /^LOG_LEVEL is not/],
    ['for a kind of environment nobody knows', { NODE_ENV: 'secret' }, /^NODE_ENV is not/],
  ]

  test.each(cases)('%s', (_why, environment, expected) => {
    const problems = problemsOf(environment)
    expect(problems).toContainEqual(expect.stringMatching(expected))
    expect(problems.join()).not.toMatch(/secret/)
  })

  test('with everything that is wrong at once', () => {
    expect(problemsOf({ OIDC_A: '1', PORT: 'x', LOG_LEVEL: 'y' })).toHaveLength(3)
  })
})
