import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Logger } from 'pino'
import type { AuthenticationOptions } from './authenticate.ts'
import { grantClaimedRoles } from './claimed-roles.ts'
import { findOrRegisterPerson } from './register-identity.ts'
import { returnPath } from './return-path.ts'
import {
  FORGET_SIGN_IN,
  readSessionCookie,
  readSignInCookie,
  sessionCookie,
  signInCookie,
} from './session-cookie.ts'
import { ATTEMPT_SECONDS, keepAttempt, takeAttempt, type SignInAttempt } from './sign-in-attempt.ts'
import { signInFailedPage } from './sign-in-failed-page.ts'
import { beginSession, endSession, SESSION_SECONDS } from './session-store.ts'

/** What the browser's way through sign-in needs. */
export interface SignInOptions extends AuthenticationOptions {
  readonly publicUrl: string
  readonly log: Logger
}

const CALLBACK = '/auth/callback'

/**
 * `GET /auth/sign-in?returnTo=&again=`: off to the identity provider, by the code flow with PKCE. With `again` it has to
 * ask anew, for somebody whose session there rests on a weaker method than the one that is required.
 */
export async function startSignIn(options: SignInOptions, request: Request): Promise<Response> {
  const { services, publicUrl } = options
  const url = new URL(request.url)
  // Under another name of this host the cookie that comes now would be missing at the callback.
  if (url.origin !== publicUrl) return redirect(new URL(`${url.pathname}${url.search}`, publicUrl))
  const { client, settings } = await options.identityProvider()
  const state = randomState()
  const nonce = randomNonce()
  const codeVerifier = randomPKCECodeVerifier()
  const returnTo = returnPath(url.searchParams.get('returnTo'), publicUrl)
  await keepAttempt(services, state, { nonce, codeVerifier, returnTo }, clock(options))
  const target = buildAuthorizationUrl(client, {
    redirect_uri: `${publicUrl}${CALLBACK}`,
    scope: 'openid profile email',
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(settings.requiredAcr === null ? {} : { acr_values: settings.requiredAcr }),
    ...(url.searchParams.has('again') ? { prompt: 'login' } : {}),
  })
  return redirect(target, signInCookie(state, ATTEMPT_SECONDS))
}

/** `GET /auth/callback`: exchanges the code, knows or registers the person, begins a new session. */
export async function finishSignIn(options: SignInOptions, request: Request): Promise<Response> {
  const { services, publicUrl, log } = options
  const url = new URL(request.url)
  const state = url.searchParams.get('state')
  const expected = readSignInCookie(request.headers.get('cookie'))
  const attempt =
    state !== null && state === expected ? await takeAttempt(services, state, clock(options)) : null
  if (attempt === null || state === null) {
    log.warn({ event: 'sign-in refused', reason: 'STATE' })
    return signInFailedPage()
  }
  const currentUrl = new URL(`${url.pathname}${url.search}`, publicUrl)
  const session = await exchangeCode(options, currentUrl, state, attempt)
  if (session === null) return signInFailedPage()
  const previous = readSessionCookie(request.headers.get('cookie'))
  if (previous !== null) await endSession(services, previous, clock(options))
  const secret = await beginSession(services, session, clock(options))
  return redirect(
    new URL(attempt.returnTo, publicUrl),
    sessionCookie(secret, SESSION_SECONDS),
    FORGET_SIGN_IN,
  )
}

async function exchangeCode(options: SignInOptions, currentUrl: URL, state: string, attempt: SignInAttempt) {
  const { client, settings } = await options.identityProvider()
  const checks = {
    expectedState: state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.codeVerifier,
    idTokenExpected: true,
  }
  const tokens = await authorizationCodeGrant(client, currentUrl, checks).catch((error: unknown) => {
    // What came back was not what was asked for; the code in it is spent either way.
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
    options.log.warn({ event: 'sign-in refused', reason })
    return null
  })
  const claims = tokens?.claims()
  if (!tokens || !claims) return null
  const personId = await findOrRegisterPerson(options.services, claims.iss, claims.sub, claims)
  if (settings.roleClaim !== null)
    await grantClaimedRoles(options.services, personId, claims[settings.roleClaim])
  const acr = typeof claims.acr === 'string' ? claims.acr : null
  const sid = typeof claims['sid'] === 'string' ? claims['sid'] : null
  return { personId, issuer: claims.iss, acr, sid, idToken: tokens.id_token ?? null }
}

function clock({ services }: SignInOptions): Date {
  return services.commands.at?.() ?? new Date()
}

function redirect(target: URL, ...cookies: string[]): Response {
  const headers = new Headers({ location: target.href, 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 302, headers })
}
