import type { RequestHeaders } from './request-headers.ts'

/**
 * Why a request that carries the session cookie may have been sent by a page that is not ours; null when it cannot.
 * A form or an image can send the cookie, but neither sets a header of its own.
 */
export function checkCookieRequest(
  method: string,
  headers: RequestHeaders,
  publicUrl: string,
): string | null {
  if (method !== 'POST') return 'A request with the session cookie has to be a POST.'
  if (!headers.get('x-requested-with'))
    return 'A request with the session cookie needs the header x-requested-with.'
  const origin = headers.get('origin')
  if (origin !== null && origin !== publicUrl) return 'This request comes from another origin.'
  const site = headers.get('sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site') return 'This request comes from another site.'
  return null
}
