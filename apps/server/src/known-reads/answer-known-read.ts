import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { runAs } from '@official-accounts/db/actor-settings'
import { settingsFor } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import type { RequestContext, Services } from '@official-accounts/schema/context'
import { executeWhole } from '@official-accounts/schema/whole-operation/execute'
import { sendResponse } from '../http/node-request.ts'
import { admit, answerHeaders, requestIdOf, type AdmissionOptions } from '../identity/admit.ts'
import { readHeaders } from '../identity/request-headers.ts'
import type { Metrics } from '../http/metrics.ts'
import { reportOperation } from '../plugins/report-operation.ts'
import type { KnownRead, KnownReads } from './known-read.ts'
import { readRequest } from './read-request.ts'

/** What answering takes. */
export interface KnownReadOptions extends AdmissionOptions {
  readonly services: Services
  readonly metrics: Metrics
  readonly knownReads: KnownReads
}

const LONGEST_BODY = 64 * 1024

/**
 * Answers a signed-in caller's read that is known, without going through the GraphQL server again: who asks is checked
 * as for any other, and so are variables, scopes and costs, by the statement's own preparation. Gives false, with the
 * body where the GraphQL server looks for it, for everything else, what the caller did wrong included: the ordinary way
 * has the words.
 */
export async function answerKnownRead(
  options: KnownReadOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (options.knownReads.isEmpty() || !mayBeKnown(request)) return false
  const body = await bodyOf(request)
  // Whoever asked has gone in the middle of it.
  if (body === null) return true
  Object.assign(request, { body })
  const asked = readRequest(body)
  if (asked === null) return false
  const known = options.knownReads.find({ ...asked, accept: request.headers.accept ?? '' })
  if (known === undefined) return false
  const incoming = { method: 'POST', headers: readHeaders(request.headers) }
  const requestId = requestIdOf(incoming)
  const actor = await admit(options, incoming, requestId)
  if (actor instanceof Response) {
    await sendResponse(response, actor)
    return true
  }
  if (actor.kind === 'ANONYMOUS') return false
  const context = { actor, requestId, services: options.services }
  const started = performance.now()
  const data = await dataOf(options, known, asked.variables, context)
  if (data === null) return false
  const text = `{"data":${data}}`
  response.writeHead(200, {
    ...answerHeaders(requestId),
    'content-type': known.contentType,
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
  reportOperation(options, { ...known, ...context, started, codes: [] })
  return true
}

async function dataOf(
  { log }: KnownReadOptions,
  { schema, document, operationName }: KnownRead,
  variableValues: Readonly<Record<string, unknown>>,
  contextValue: RequestContext,
): Promise<string | null> {
  const { actor, requestId } = contextValue
  try {
    const answer = await runAs(settingsFor(readReach(actor)), () =>
      executeWhole({ schema, document, operationName, variableValues, contextValue }),
    )
    return 'data' in answer ? answer.data : null
  } catch (error) {
    log.error({ event: 'known read failed', requestId, err: error })
    return null
  }
}

function mayBeKnown({ method, url, headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length'] ?? Number.NaN)
  const isSmallJson =
    headers['content-type'] === 'application/json' &&
    headers['content-encoding'] === undefined &&
    length > 0 &&
    length <= LONGEST_BODY
  const hasCredential = headers.authorization !== undefined || headers.cookie !== undefined
  return method === 'POST' && url === '/graphql' && hasCredential && isSmallJson
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => void chunks.push(chunk))
  try {
    await once(request, 'end')
  } catch {
    return null
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)
}
