import { GraphQLError } from 'graphql'

/** The codes of errors that stand beside the data and not in it. */
export type ErrorCode = 'UNAUTHENTICATED' | 'RATE_LIMITED' | 'COMPLEXITY' | 'BAD_USER_INPUT' | 'INTERNAL'

/** An error a caller may see, and the HTTP status it is sent with. */
export function refusal(
  code: ErrorCode,
  status: number,
  message: string,
  extensions: object = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, code, http: { status } } })
}

/** The same as a whole response, for a request that is not executed at all. */
export function refusalResponse(
  code: ErrorCode,
  status: number,
  message: string,
  requestId: string,
): Response {
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-request-id': requestId,
  }
  if (status === 401) headers['www-authenticate'] = 'Bearer'
  return new Response(JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] }), {
    status,
    headers,
  })
}
