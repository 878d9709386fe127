import { createHash } from 'node:crypto'
import { errors, jwtVerify } from 'jose'
import type { IdentityProvider } from './identity-provider.ts'
import { UnauthenticatedError } from './unauthenticated.ts'

/** Signatures by key pairs alone: with a shared secret among them, the published key would serve as the secret. */
export const ALGORITHMS = [
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
  'EdDSA',
  'Ed25519',
]
/** How far the issuer's clock may be from ours. */
export const CLOCK_TOLERANCE_SECONDS = 5

// A good signature stays good while its key does; the issuer's keys are asked about again after a minute.
const KEPT_MS = 60_000
const MOST_KEPT = 1000

/** Whom an access token speaks for. */
export interface TokenSubject {
  readonly issuer: string
  readonly subject: string
  readonly acr: string | null
  readonly issuedAt: Date
}

/** The token of an `Authorization: Bearer` header. Throws UnauthenticatedError for any other scheme. */
export function readBearer(authorization: string): string {
  const match = /^bearer ([\w.~+/-]+=*)$/i.exec(authorization.trim())
  if (!match?.[1]) throw new UnauthenticatedError('CREDENTIAL_MALFORMED')
  return match[1]
}

interface KeptToken {
  readonly subject: TokenSubject
  readonly until: number
}

const kept = new WeakMap<IdentityProvider, Map<string, KeptToken>>()

/**
 * As checkBearer(), for a token that comes with one request after another: its signature is checked once a minute,
 * its expiry always. Of the token only a digest is kept.
 */
export async function verifyBearer(provider: IdentityProvider, token: string): Promise<TokenSubject> {
  const tokens = kept.get(provider) ?? new Map<string, KeptToken>()
  kept.set(provider, tokens)
  const digest = createHash('sha256').update(token).digest('base64')
  const known = tokens.get(digest)
  if (known && Date.now() < known.until) return known.subject
  tokens.delete(digest)
  const { expiresAt, ...subject } = await checkBearer(provider, token)
  const [oldest] = tokens.keys()
  if (tokens.size >= MOST_KEPT && oldest !== undefined) tokens.delete(oldest)
  tokens.set(digest, { subject, until: Math.min(Date.now() + KEPT_MS, expiresAt) })
  return subject
}

/**
 * Checks an access token in the form of a JWT against the issuer's published keys: algorithm, signature, issuer,
 * audience, expiry. Throws UnauthenticatedError; a failure to reach the issuer's keys passes through.
 */
async function checkBearer(
  provider: IdentityProvider,
  token: string,
): Promise<TokenSubject & { readonly expiresAt: number }> {
  const { audience } = provider.settings
  const { issuer } = provider.client.serverMetadata()
  try {
    const { payload } = await jwtVerify(token, provider.keys, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['sub', 'exp', 'iat'],
    })
    if (!payload.sub) throw new UnauthenticatedError('TOKEN_INVALID')
    const acr = typeof payload['acr'] === 'string' ? payload['acr'] : null
    const expiresAt = ((payload.exp ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1000
    const issuedAt = new Date((payload.iat ?? 0) * 1000)
    return { issuer, subject: payload.sub, acr, issuedAt, expiresAt }
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new UnauthenticatedError('TOKEN_EXPIRED', error)
    if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error
    throw new UnauthenticatedError('TOKEN_INVALID', error)
  }
}
