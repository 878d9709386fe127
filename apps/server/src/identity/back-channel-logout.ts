import type { IncomingMessage } from 'node:http'
import { readBody } from '../http/read-body.ts'
import { checkLogoutToken, LogoutTokenError } from './logout-token.ts'
import { honourLogout } from './provider-sign-out.ts'
import type { SignInOptions } from './sign-in.ts'

const LONGEST_BODY = 16_384
const FORM = 'application/x-www-form-urlencoded'

/**
 * `POST /auth/back-channel-logout`: the identity provider says that somebody's session there has ended, or that they may
 * sign in no more, and theirs here end with it, as do the access tokens issued to them before (OpenID Connect Back-Channel Logout 1.0; V.B.5). 200 also where none was
 * left; 400 with `{ error, error_description }` for anything but a good token that was not used before; 503 while the
 * provider's keys cannot be had.
 */
export async function backChannelLogout(options: SignInOptions, request: IncomingMessage): Promise<Response> {
  const { services, log } = options
  if (request.method !== 'POST') return answer(405, { error: 'invalid_request' }, { allow: 'POST' })
  try {
    const now = services.commands.at?.() ?? new Date()
    const token = await checkLogoutToken(await options.identityProvider(), await readToken(request), now)
    const ended = await endOnce(options, token, now)
    log.info({ event: 'signed out by the identity provider', sessions: ended })
    return answer(200)
  } catch (error) {
    if (error instanceof LogoutTokenError) {
      log.warn({ event: 'logout token refused', reason: error.message })
      return answer(400, { error: 'invalid_request', error_description: error.message })
    }
    log.error({ event: 'identity provider unavailable', err: error })
    return answer(503, { error: 'temporarily_unavailable' })
  }
}

async function endOnce(
  { services }: SignInOptions,
  token: Awaited<ReturnType<typeof checkLogoutToken>>,
  now: Date,
): Promise<number> {
  const ended = await honourLogout(services, token, now)
  if (ended === null) throw new LogoutTokenError('This token was honoured before.')
  return ended
}

async function readToken(request: IncomingMessage): Promise<string> {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';', 1)
  if (type.trim().toLowerCase() !== FORM) throw new LogoutTokenError(`The body is ${FORM}.`)
  const body = await readBody(request, LONGEST_BODY).catch((error: unknown) => {
    throw error instanceof RangeError ? new LogoutTokenError(error.message) : error
  })
  const tokens = new URLSearchParams(body).getAll('logout_token')
  const [token] = tokens
  if (!token || tokens.length > 1) throw new LogoutTokenError('The body has one logout_token.')
  return token
}

function answer(status: number, body?: object, headers: Readonly<Record<string, string>> = {}): Response {
  const always = { 'cache-control': 'no-store', ...headers }
  if (body === undefined) return new Response(null, { status, headers: always })
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...always },
  })
}
