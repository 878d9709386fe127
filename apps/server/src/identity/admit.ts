import { newId } from '@official-accounts/db/uuid'
import type { Actor } from '@official-accounts/domain/access/actor'
import type { Logger } from 'pino'
import { refusalResponse } from '../plugins/refusal.ts'
import type { Authenticate } from './authenticate.ts'
import { checkCookieRequest } from './request-origin.ts'
import type { RequestHeaders } from './request-headers.ts'
import { readSessionCookie } from './session-cookie.ts'
import { UnauthenticatedError } from './unauthenticated.ts'

/** What decides who sends a request and whether it may be answered at all. */
export interface AdmissionOptions {
  readonly authenticate: Authenticate
  readonly publicUrl: string
  readonly log: Logger
}

/** The part of a request that is looked at before its body. */
export interface IncomingRequest {
  readonly method: string
  readonly headers: RequestHeaders
}

const REQUEST_ID = /^[\w-]{8,64}$/

/**
 * Who sends a request; or the refusal, for a bad credential and for a session cookie that another site's page may have
 * sent.
 */
export async function admit(
  { authenticate, publicUrl, log }: AdmissionOptions,
  { headers, method }: IncomingRequest,
  requestId: string,
): Promise<Actor | Response> {
  const byCookie = readSessionCookie(headers.get('cookie')) !== null && !headers.has('authorization')
  if (byCookie) {
    const problem = checkCookieRequest(method, headers, publicUrl) ?? checkJson(headers)
    if (problem !== null) return refusalResponse('BAD_USER_INPUT', 403, problem, requestId)
  }
  try {
    const actor = await authenticate(headers)
    if (method === 'GET' && actor.kind !== 'ANONYMOUS') {
      return refusalResponse('BAD_USER_INPUT', 405, 'GET is for queries without sign-in.', requestId)
    }
    return actor
  } catch (error) {
    if (error instanceof UnauthenticatedError) {
      log.warn({ event: 'unauthenticated', reason: error.reason, requestId })
      return refusalResponse('UNAUTHENTICATED', 401, error.message, requestId)
    }
    log.error({ event: 'authentication failed', requestId, err: error })
    const message = 'Something went wrong here. Try again, and name the request id if it stays.'
    return refusalResponse('INTERNAL', 503, message, requestId)
  }
}

/** The id a request is known by. A given one is a trusted proxy's: the server drops anybody else's. */
export function requestIdOf({ headers }: Pick<IncomingRequest, 'headers'>): string {
  const given = headers.get('x-request-id')
  return given !== null && REQUEST_ID.test(given) ? given : newId()
}

/** The headers that an answer to an admitted request has whatever it says: it is nobody else's to keep. */
export function answerHeaders(requestId: string): Readonly<Record<string, string>> {
  return { 'x-request-id': requestId, 'cache-control': 'private, no-store' }
}

function checkJson(headers: RequestHeaders): string | null {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  return type === 'application/json' ? null : 'A request with the session cookie has to be JSON.'
}
