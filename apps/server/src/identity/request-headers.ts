import type { IncomingHttpHeaders } from 'node:http'

/** The headers of a request, as far as it takes to tell who sends it. */
export type RequestHeaders = Pick<Headers, 'get' | 'has'>

/** Node's headers read as a web request's are, without a copy of them. */
export function readHeaders(headers: IncomingHttpHeaders): RequestHeaders {
  return {
    get(name) {
      const value = headers[name]
      return Array.isArray(value) ? value.join(', ') : (value ?? null)
    },
    has: (name) => headers[name] !== undefined,
  }
}
