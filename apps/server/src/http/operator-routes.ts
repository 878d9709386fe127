import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Services } from '@official-accounts/schema/context'
import type { Metrics } from './metrics.ts'
import { checkReadiness } from './readiness.ts'
import { isFromThisMachine } from './trusted-proxy.ts'

/** What operators ask a server for. */
export interface OperatorOptions {
  readonly services: Services
  readonly metrics: Metrics
  /** False from the moment the server is told to stop. */
  readonly isOpen: () => boolean
}

/** Answers `/healthz`, `/readyz` and `/metrics`; false for any other address. Metrics are for this machine alone. */
export async function answerOperator(
  options: OperatorOptions,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (pathname === '/healthz') return send(response, 200, { status: 'ok' })
  if (pathname === '/readyz') {
    const readiness = await checkReadiness(options.services)
    const ready = options.isOpen() && readiness.database && readiness.migrated
    return send(response, ready ? 200 : 503, { ready, ...readiness })
  }
  if (pathname !== '/metrics') return false
  if (!isFromThisMachine(request)) return send(response, 404, { status: 'not found' })
  response.writeHead(200, { 'content-type': options.metrics.registry.contentType })
  response.end(await options.metrics.registry.metrics())
  return true
}

function send(response: ServerResponse, status: number, body: object): true {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
  return true
}
