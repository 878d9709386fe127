import { hash } from 'node:crypto'
import { parse, visit } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Metrics } from '../http/metrics.ts'
import { currentRequest } from '../request-scope.ts'

const LONGEST_REQUEST = 16 * 1024
const MOST_BYTES = 32 * 1024 * 1024
// Says what time it is and how the last build went: neither is in the data's version.
const NEVER_KEPT = 'directoryStatus'

/** What the cache needs: the state of the data, told after the request came in, and where to count. */
export interface PublicCacheOptions {
  readonly version: () => Promise<string>
  readonly metrics: Metrics
}

interface Answer {
  readonly text: string
  readonly contentType: string
}

/**
 * Keeps the public schema's answers to strangers, by the request's own bytes (document, variables, operation) and by
 * the state of the data. Any commit ends them all, so nobody is told what a moment ago was true. Requests that carry a
 * credential never come here: nothing internal is kept. Has to stand before the plugin that opens the request's scope,
 * and so within it.
 */
export function usePublicCache({ version, metrics }: PublicCacheOptions): Plugin {
  const answers = createAnswers()
  return {
    onRequest({ requestHandler, setRequestHandler, fetchAPI }) {
      setRequestHandler(async (request, context) => {
        if (!isCacheable(request)) return requestHandler(request, context)
        const started = performance.now()
        const body = request.method === 'POST' ? await request.text() : ''
        const state = await stateOf(version)
        const key = keyOf(request, body)
        const kept = state === null ? null : answers.find(state, key)
        if (kept !== null) {
          metrics.operations.observe(
            { kind: 'query', outcome: 'CACHED' },
            (performance.now() - started) / 1000,
          )
          return toResponse(fetchAPI.Response, kept)
        }
        const response = await requestHandler(again(fetchAPI.Request, request, body), context)
        if (state === null || response.status !== 200 || !mayBeKept(request, body)) return response
        const answer = {
          text: await response.text(),
          contentType: response.headers.get('content-type') ?? '',
        }
        if (isWhole(answer)) answers.keep(state, key, answer)
        return toResponse(fetchAPI.Response, answer)
      })
    },
  }
}

// The day is part of it: what is asked without a date is asked of today. A database that is gone has no state, and then
// nothing is kept or told from memory.
async function stateOf(version: () => Promise<string>): Promise<string | null> {
  try {
    return `${await version()} ${new Date().toISOString().slice(0, 10)}`
  } catch {
    return null
  }
}

/** Answers of one state of the data, the ones used longest ago dropped first. */
function createAnswers() {
  let held = ''
  let bytes = 0
  const answers = new Map<string, Answer>()
  function forget(key: string): void {
    bytes -= answers.get(key)?.text.length ?? 0
    answers.delete(key)
  }
  function find(state: string, key: string): Answer | null {
    if (state !== held) {
      answers.clear()
      bytes = 0
      held = state
    }
    const answer = answers.get(key)
    if (answer === undefined) return null
    answers.delete(key)
    answers.set(key, answer)
    return answer
  }
  function keep(state: string, key: string, answer: Answer): void {
    // Another request has seen a newer state meanwhile.
    if (state !== held) return
    forget(key)
    answers.set(key, answer)
    bytes += answer.text.length
    for (const oldest of answers.keys()) {
      if (bytes <= MOST_BYTES) break
      forget(oldest)
    }
  }
  return { find, keep }
}

function isCacheable(request: Request): boolean {
  if (currentRequest().actor.kind !== 'ANONYMOUS') return false
  if (request.method === 'GET') return request.url.length <= LONGEST_REQUEST
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  return request.method === 'POST' && length > 0 && length <= LONGEST_REQUEST
}

// Media types are part of the key: they decide how the answer is written.
function keyOf({ method, url, headers }: Request, body: string): string {
  const parts = [method, url, headers.get('accept'), headers.get('content-type'), body]
  return hash('sha256', JSON.stringify(parts), 'base64')
}

function again(
  RequestClass: typeof Request,
  { url, method, headers, signal }: Request,
  body: string,
): Request {
  return new RequestClass(url, { method, headers, signal, ...(method === 'POST' ? { body } : {}) })
}

function mayBeKept(request: Request, body: string): boolean {
  try {
    const query: unknown =
      request.method === 'GET' ? new URL(request.url).searchParams.get('query') : JSON.parse(body)?.query
    return typeof query === 'string' && !asksForNow(query)
  } catch {
    return false
  }
}

function asksForNow(query: string): boolean {
  let found = false
  visit(parse(query), {
    Field(field) {
      found ||= field.name.value === NEVER_KEPT
    },
  })
  return found
}

function isWhole({ text, contentType }: Answer): boolean {
  if (!/json/.test(contentType)) return false
  const answer: unknown = JSON.parse(text)
  return typeof answer === 'object' && answer !== null && 'data' in answer && !('errors' in answer)
}

function toResponse(ResponseClass: typeof Response, { text, contentType }: Answer): Response {
  return new ResponseClass(text, { status: 200, headers: { 'content-type': contentType } })
}
