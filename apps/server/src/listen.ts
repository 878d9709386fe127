import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 30_000
const MOST_HEADER_BYTES = 16_384

/** The port is not to be had; the message says what to do. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError'

  constructor(port: number, host: string) {
    super(`Port ${port} on ${host} is in use by another program. Stop it, or set PORT to another one.`)
  }
}

/** Listens for requests; slow ones are given up. Throws PortInUseError. */
export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  port: number,
  host: string,
): Promise<Server> {
  const server = createServer({
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: HEADERS_TIMEOUT_MS / 2,
    maxHeaderSize: MOST_HEADER_BYTES,
  })
  server.on('request', (request, response) => void handle(request, response))
  server.listen(port, host)
  try {
    await once(server, 'listening')
    return server
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new PortInUseError(port, host)
    throw error
  }
}

/** Stops taking requests, and waits for those under way for `graceMs` at most. */
export async function stopListening(server: Server, graceMs: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const giveUp = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(giveUp)
}
