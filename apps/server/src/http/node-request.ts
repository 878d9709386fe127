import type { IncomingMessage, ServerResponse } from 'node:http'

/** A Node request without its body as a web Request; the origin is what the Host header says. */
export function toRequest(incoming: IncomingMessage, publicUrl: string): Request {
  const { protocol } = new URL(publicUrl)
  const host = incoming.headers.host ?? new URL(publicUrl).host
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined) headers.append(name, each)
  }
  const path = incoming.url?.startsWith('/') ? incoming.url : '/'
  const base = URL.canParse(`${protocol}//${host}`) ? `${protocol}//${host}` : publicUrl
  return new Request(new URL(`${base}${path}`), { method: incoming.method ?? 'GET', headers })
}

/** Sends a web Response through Node's. */
export async function sendResponse(outgoing: ServerResponse, response: Response): Promise<void> {
  outgoing.statusCode = response.status
  outgoing.setHeaders(response.headers)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}
