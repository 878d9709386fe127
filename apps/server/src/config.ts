import { resolve } from 'node:path'
import { z } from 'zod'

/** How this server is known to an OpenID Connect issuer, and what it asks of it. */
export interface IdentitySettings {
  readonly issuer: string
  readonly clientId: string
  /** Null for a public client, which has PKCE alone. */
  readonly clientSecret: string | null
  /** What an access token has to be made out to. */
  readonly audience: string
  /** A claim whose values name department-wide roles. */
  readonly roleClaim: string | null
  /** The authentication context a decider must have shown. */
  readonly requiredAcr: string | null
}

/** The server that takes our mail, and the sender it is from. */
export interface MailSettings {
  readonly smtpUrl: string
  readonly from: string
}

/** Where the data is: the server that comes along, or one of the operator's own. */
export type DatabaseSettings =
  | { readonly kind: 'EMBEDDED' }
  | {
      readonly kind: 'GIVEN'
      readonly ownerUrl: string
      readonly appUrl: string
      readonly publicUrl: string
      readonly replicaUrl: string | null
    }

/** Everything the operator decides, read once. */
export interface Config {
  readonly port: number
  readonly dataDir: string
  /** The one origin everything is served on, without a slash at the end. */
  readonly publicUrl: string
  readonly production: boolean
  readonly database: DatabaseSettings
  /** Null: the development issuer signs in. */
  readonly identity: IdentitySettings | null
  /** The authentication context a decider must have shown; null asks for none. */
  readonly requiredAcr: string | null
  readonly opaContact: string | null
  /** Where mail is handed over, and whom it is from; null where people are told in the client alone. */
  readonly mail: MailSettings | null
  readonly storageUrl: string | null
  readonly auditKeyFile: string | null
  /** Addresses whose forwarding headers are believed. */
  readonly trustedProxies: readonly string[]
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
}

/** The environment is not one the server may start with. Names what is wrong and never repeats a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

type Environment = Readonly<Record<string, string | undefined>>

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
const OWNED_PREFIXES = ['OIDC_', 'DATABASE_', 'SMTP_', 'STORAGE_', 'AUDIT_']

const text = z.string().trim().min(1, 'is empty').optional()
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'is not a postgresql:// address' }).optional()
const webUrl = z
  .url({ protocol: /^https?$/, error: 'is not an http(s) address' })
  .refine(isSecure, 'is plain http on an address that is not loopback')
  .optional()

const environment = z.object({
  PORT: z.coerce
    .number('is not a port')
    .int('is not a port')
    .min(1, 'is not a port')
    .max(65_535, 'is not a port')
    .default(4000),
  DATA_DIR: z.string().min(1, 'is empty').default('.data'),
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl,
  DATABASE_PUBLIC_URL: postgresUrl,
  DATABASE_REPLICA_URL: postgresUrl,
  OIDC_ISSUER: webUrl,
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_AUDIENCE: text,
  OIDC_ROLE_CLAIM: text,
  OIDC_REQUIRED_ACR: text,
  PUBLIC_URL: webUrl,
  OPA_CONTACT: text,
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'is not an smtp(s):// address' }).optional(),
  SMTP_FROM: z.email('is not an e-mail address').optional(),
  STORAGE_URL: z.url('is not an address').optional(),
  AUDIT_KEY_FILE: text,
  TRUSTED_PROXY: text,
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'is not a level')
    .default('info'),
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'is not production, development or test')
    .default('development'),
})

type Values = z.infer<typeof environment>

/** The names the server reads. */
const ENVIRONMENT_NAMES: readonly string[] = Object.keys(environment.shape)

/** Reads the process's environment. Throws ConfigError. */
export function loadConfig(): Config {
  return parseConfig(process.env)
}

/** The names of the settings that are set, never their values. */
export function givenNames(): readonly string[] {
  return ENVIRONMENT_NAMES.filter((name) => process.env[name])
}

/** What a child process may know of ours: where programs and temporary files are, and no secret. */
export function childEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR = '/tmp' } = process.env
  return { PATH, HOME, TMPDIR }
}

/** An environment as settings. Throws ConfigError with every problem found. */
export function parseConfig(given: Environment): Config {
  const strangers = Object.keys(given).filter(isUnlisted)
  const parsed = environment.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
  )
  const malformed = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  const unlisted = strangers.map((name) => `${name} is not a name this server knows`)
  const contradictions = parsed.success ? contradictionsIn(parsed.data) : []
  const problems = [...unlisted, ...malformed, ...contradictions]
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems)
  return toConfig(parsed.data)
}

function isUnlisted(name: string): boolean {
  return OWNED_PREFIXES.some((prefix) => name.startsWith(prefix)) && !ENVIRONMENT_NAMES.includes(name)
}

function contradictionsIn(values: Values): string[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_AUDIENCE, PUBLIC_URL, SMTP_URL, SMTP_FROM } = values
  const problems: string[] = []
  function need(name: keyof Values, because: string): void {
    if (values[name] === undefined) problems.push(`${name} is missing, and ${because}`)
  }
  if (SMTP_URL !== undefined) need('SMTP_FROM', 'SMTP_URL needs it')
  if (SMTP_FROM !== undefined) need('SMTP_URL', 'SMTP_FROM is there')
  for (const name of ['DATABASE_OWNER_URL', 'DATABASE_PUBLIC_URL'] as const) {
    if (values.DATABASE_URL !== undefined) need(name, 'a DATABASE_URL needs it')
  }
  for (const name of ['DATABASE_OWNER_URL', 'DATABASE_PUBLIC_URL', 'DATABASE_REPLICA_URL'] as const) {
    if (values[name] !== undefined) need('DATABASE_URL', `${name} is there`)
  }
  if (
    PUBLIC_URL !== undefined &&
    PUBLIC_URL !== new URL(PUBLIC_URL).origin &&
    PUBLIC_URL !== `${new URL(PUBLIC_URL).origin}/`
  ) {
    problems.push('PUBLIC_URL is more than an origin')
  }
  if (OIDC_ISSUER !== undefined) {
    for (const name of ['OIDC_CLIENT_ID', 'OIDC_AUDIENCE', 'PUBLIC_URL'] as const)
      need(name, 'OIDC_ISSUER needs it')
    // An ID token is made out to the client: with one name for both it would pass as an access token.
    if (OIDC_AUDIENCE !== undefined && OIDC_AUDIENCE === OIDC_CLIENT_ID) {
      problems.push('OIDC_AUDIENCE must differ from OIDC_CLIENT_ID')
    }
    return problems
  }
  for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_AUDIENCE', 'OIDC_ROLE_CLAIM'] as const) {
    if (values[name] !== undefined) need('OIDC_ISSUER', `${name} is there`)
  }
  if (values.NODE_ENV === 'production') need('OIDC_ISSUER', 'production has no development sign-in')
  else if (PUBLIC_URL !== undefined && !isLoopback(PUBLIC_URL)) {
    need('OIDC_ISSUER', 'the development sign-in is for loopback addresses alone')
  }
  return problems
}

function toConfig(values: Values): Config {
  return {
    port: values.PORT,
    dataDir: resolve(values.DATA_DIR),
    publicUrl: new URL(values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).origin,
    production: values.NODE_ENV === 'production',
    database: databaseSettings(values),
    identity: identitySettings(values),
    requiredAcr: values.OIDC_REQUIRED_ACR ?? null,
    opaContact: values.OPA_CONTACT ?? null,
    mail: mailSettings(values),
    storageUrl: values.STORAGE_URL ?? null,
    auditKeyFile: values.AUDIT_KEY_FILE ?? null,
    trustedProxies: values.TRUSTED_PROXY?.split(',').map((address) => address.trim()) ?? [],
    logLevel: values.LOG_LEVEL,
  }
}

function mailSettings({ SMTP_URL, SMTP_FROM }: Values): MailSettings | null {
  return SMTP_URL === undefined || SMTP_FROM === undefined ? null : { smtpUrl: SMTP_URL, from: SMTP_FROM }
}

function databaseSettings(values: Values): DatabaseSettings {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_PUBLIC_URL, DATABASE_REPLICA_URL } = values
  if (DATABASE_URL === undefined || DATABASE_OWNER_URL === undefined || DATABASE_PUBLIC_URL === undefined) {
    return { kind: 'EMBEDDED' }
  }
  return {
    kind: 'GIVEN',
    appUrl: DATABASE_URL,
    ownerUrl: DATABASE_OWNER_URL,
    publicUrl: DATABASE_PUBLIC_URL,
    replicaUrl: DATABASE_REPLICA_URL ?? null,
  }
}

function identitySettings(values: Values): IdentitySettings | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_AUDIENCE } = values
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_AUDIENCE === undefined) return null
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: values.OIDC_CLIENT_SECRET ?? null,
    audience: OIDC_AUDIENCE,
    roleClaim: values.OIDC_ROLE_CLAIM ?? null,
    requiredAcr: values.OIDC_REQUIRED_ACR ?? null,
  }
}

function isLoopback(url: string): boolean {
  return LOOPBACK.includes(new URL(url).hostname)
}

function isSecure(url: string): boolean {
  return url.startsWith('https:') || (URL.canParse(url) && isLoopback(url))
}
