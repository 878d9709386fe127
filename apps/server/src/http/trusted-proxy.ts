import type { IncomingMessage } from 'node:http'

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

/** Whether a request came straight from this machine: not through anything that forwards for others. */
export function isFromThisMachine(request: IncomingMessage): boolean {
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers['forwarded']
  return forwarded === undefined && LOOPBACK.includes(request.socket.remoteAddress ?? '')
}

/** Whether the neighbour that sent a request is one whose headers about it are believed. */
export function isFromTrustedProxy(request: IncomingMessage, trustedProxies: readonly string[]): boolean {
  const address = request.socket.remoteAddress ?? ''
  return trustedProxies.some((trusted) => address === trusted || address === `::ffff:${trusted}`)
}
