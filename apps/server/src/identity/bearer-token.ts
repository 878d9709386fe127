import { errors, jwtVerify } from 'jose'
import type { IdentityProvider } from './identity-provider.ts'
import { UnauthenticatedError } from './unauthenticated.ts'

// Signatures by key pairs alone: with a shared secret among them, the published key would serve as the secret.
const ALGORITHMS = [
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
const CLOCK_TOLERANCE_SECONDS = 5

/** Whom an access token speaks for. */
export interface TokenSubject {
  readonly issuer: string
  readonly subject: string
  readonly acr: string | null
}

/** The token of an `Authorization: Bearer` header. Throws UnauthenticatedError for any other scheme. */
export function readBearer(authorization: string): string {
  const match = /^bearer ([\w.~+/-]+=*)$/i.exec(authorization.trim())
  if (!match?.[1]) throw new UnauthenticatedError('CREDENTIAL_MALFORMED')
  return match[1]
}

/**
 * Checks an access token in the form of a JWT against the issuer's published keys: algorithm, signature, issuer,
 * audience, expiry. Throws UnauthenticatedError; a failure to reach the issuer's keys passes through.
 */
export async function verifyBearer(provider: IdentityProvider, token: string): Promise<TokenSubject> {
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
    return { issuer, subject: payload.sub, acr: typeof payload['acr'] === 'string' ? payload['acr'] : null }
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new UnauthenticatedError('TOKEN_EXPIRED', error)
    if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error
    throw new UnauthenticatedError('TOKEN_INVALID', error)
  }
}
