import { errors, jwtVerify, type JWTPayload } from 'jose'
import { z } from 'zod'
import { ALGORITHMS, CLOCK_TOLERANCE_SECONDS } from './bearer-token.ts'
import type { IdentityProvider } from './identity-provider.ts'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
/** What is older was meant for a session that has ended by itself, or is sent again. */
const LONGEST_AGE_SECONDS = 600

/** Which sessions the identity provider has ended: all of a subject's, or those that rest on one of its own. */
export interface LogoutToken {
  readonly issuer: string
  readonly jti: string
  readonly subject: string | null
  readonly sid: string | null
  readonly issuedAt: Date
  /** From when on it is refused for its age alone. */
  readonly expiresAt: Date
}

/** A logout token that is none, or none of the issuer's for us. The message is for the provider's operators. */
export class LogoutTokenError extends Error {
  override readonly name = 'LogoutTokenError'
}

const text = z.string().min(1).max(1000)
const claimsSchema = z
  .object({
    jti: text,
    sub: text.optional(),
    sid: text.optional(),
    iat: z.number(),
    exp: z.number(),
    events: z.looseObject({ [EVENT]: z.looseObject({}) }),
    nonce: z.never('A logout token has no nonce.').optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined, 'It names neither sub nor sid.')

/**
 * Checks a logout token as OpenID Connect Back-Channel Logout 1.0, section 2.6, asks: signature by the issuer's
 * published keys, issuer, audience, age, the event, a subject or a session, and no nonce.
 *
 * @throws LogoutTokenError; a failure to reach the issuer's keys passes through
 */
export async function checkLogoutToken(
  provider: IdentityProvider,
  token: string,
  now: Date,
): Promise<LogoutToken> {
  const { issuer } = provider.client.serverMetadata()
  const payload = await verify(provider, issuer, token, now)
  const claims = claimsSchema.safeParse(payload)
  if (!claims.success) throw new LogoutTokenError(claims.error.issues[0]?.message ?? 'A claim is missing.')
  const { jti, sub, sid, iat, exp } = claims.data
  const until = Math.min(exp, iat + LONGEST_AGE_SECONDS) + CLOCK_TOLERANCE_SECONDS
  const [issuedAt, expiresAt] = [new Date(iat * 1000), new Date(until * 1000)]
  return { issuer, jti, subject: sub ?? null, sid: sid ?? null, issuedAt, expiresAt }
}

async function verify(
  { keys, settings }: IdentityProvider,
  issuer: string,
  token: string,
  now: Date,
): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer,
      audience: settings.clientId,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      maxTokenAge: LONGEST_AGE_SECONDS,
      currentDate: now,
      requiredClaims: ['iat', 'exp', 'jti', 'events'],
    })
    // The type is recommended and not required; another one is another token.
    const type = protectedHeader.typ?.toLowerCase().replace(/^application\//, '')
    if (type === undefined || type === 'jwt' || type === 'logout+jwt') return payload
  } catch (error) {
    if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error
    throw new LogoutTokenError(error.code, { cause: error })
  }
  throw new LogoutTokenError('It is a token of another type.')
}
