import { buildEndSessionUrl } from 'openid-client'
import { checkCookieRequest } from './request-origin.ts'
import { FORGET_SESSION, readSessionCookie } from './session-cookie.ts'
import type { SignInOptions } from './sign-in.ts'
import { endSession } from './session-store.ts'

/**
 * `POST /auth/sign-out` with `x-requested-with`: ends the session here and answers `{ redirectTo }`, the identity
 * provider's own sign-out where it has one, else the public start page.
 */
export async function signOut(options: SignInOptions, request: Request): Promise<Response> {
  const refusal = checkCookieRequest(request.method, request.headers, options.publicUrl)
  if (refusal !== null) return answer(403, { message: refusal })
  const secret = readSessionCookie(request.headers.get('cookie'))
  if (secret === null) return answer(200, { redirectTo: '/' })
  const now = options.services.commands.at?.() ?? new Date()
  const idToken = await endSession(options.services, secret, now)
  const redirectTo = idToken === null ? '/' : await issuerSignOut(options, idToken)
  return answer(200, { redirectTo }, FORGET_SESSION)
}

async function issuerSignOut(options: SignInOptions, idToken: string): Promise<string> {
  try {
    const { client } = await options.identityProvider()
    if (client.serverMetadata().end_session_endpoint === undefined) return '/'
    const parameters = { id_token_hint: idToken, post_logout_redirect_uri: `${options.publicUrl}/` }
    return buildEndSessionUrl(client, parameters).href
  } catch (error) {
    // The session here has ended all the same.
    options.log.warn({ event: 'issuer sign-out unavailable', err: error })
    return '/'
  }
}

function answer(status: number, body: object, ...cookies: string[]): Response {
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(JSON.stringify(body), { status, headers })
}
