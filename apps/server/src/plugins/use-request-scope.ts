import { newId } from '@official-accounts/db/uuid'
import { runAs } from '@official-accounts/db/actor-settings'
import { settingsFor } from '@official-accounts/db/visibility'
import { readReach, type Actor } from '@official-accounts/domain/access/actor'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Authenticate } from '../identity/authenticate.ts'
import { checkCookieRequest } from '../identity/request-origin.ts'
import { readSessionCookie } from '../identity/session-cookie.ts'
import { UnauthenticatedError } from '../identity/unauthenticated.ts'
import { withinRequest } from '../request-scope.ts'
import { refusalResponse } from './refusal.ts'

/** What decides who sends a request and whether it may be answered at all. */
export interface RequestScopeOptions {
  readonly authenticate: Authenticate
  readonly publicUrl: string
  readonly log: Logger
}

const REQUEST_ID = /^[\w-]{8,64}$/

/**
 * Gives every request an id and an actor, and runs it with the rows this actor may read. A bad credential, and a
 * session cookie that another site's page may have sent, are refused before anything is parsed.
 */
export function useRequestScope(options: RequestScopeOptions): Plugin {
  return {
    async onRequest({ request, requestHandler, setRequestHandler, endResponse }) {
      const requestId = requestIdOf(request)
      const admitted = await admit(options, request, requestId)
      if (admitted instanceof Response) return endResponse(admitted)
      const settings = settingsFor(readReach(admitted))
      setRequestHandler((incoming, context) =>
        withinRequest({ requestId, actor: admitted }, () =>
          runAs(settings, async () => {
            const response = await requestHandler(incoming, context)
            response.headers.set('x-request-id', requestId)
            response.headers.set('cache-control', 'private, no-store')
            return response
          }),
        ),
      )
    },
  }
}

async function admit(
  options: RequestScopeOptions,
  request: Request,
  requestId: string,
): Promise<Actor | Response> {
  const { authenticate, publicUrl, log } = options
  const { headers, method } = request
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

function checkJson(headers: Headers): string | null {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  return type === 'application/json' ? null : 'A request with the session cookie has to be JSON.'
}

// A given id is a trusted proxy's: the server drops anybody else's.
function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id')
  return given !== null && REQUEST_ID.test(given) ? given : newId()
}
