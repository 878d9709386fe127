import { cacheExchange, Client, fetchExchange, makeOperation, mapExchange, type Exchange } from '@urql/core'
import { readFailure } from './result.ts'
import { createRetryingFetch } from './retrying-fetch.ts'

/** What a face of the product tells its client. */
export interface ClientOptions {
  /** The GraphQL endpoint; the page's own origin when not given. */
  readonly url?: string
  /** Called for each request whose caller the server does not know or no longer knows. */
  readonly onSignedOut: () => void
  /** Sends requests; the browser's own when not given. */
  readonly fetch?: typeof globalThis.fetch
  /** Milliseconds before a query that did not reach the server is sent again. */
  readonly retryPauseMs?: number
}

/**
 * The client of the signed-in face: POST JSON with the header the server demands beside a session cookie, a document
 * cache that is shown while it is refreshed, and repetition of queries that did not reach the server.
 */
export function createClient(options: ClientOptions): Client {
  const { url = '/graphql', onSignedOut, retryPauseMs = 500 } = options
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init))
  return new Client({
    url,
    fetch: send,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin', headers: { 'x-requested-with': 'official-accounts' } },
    exchanges: [
      cacheExchange,
      noticeSignOut(onSignedOut),
      repeatQueries(createRetryingFetch(send, retryPauseMs)),
      fetchExchange,
    ],
  })
}

function noticeSignOut(onSignedOut: () => void): Exchange {
  return mapExchange({
    onError(error) {
      if (readFailure(error).kind === 'SESSION_EXPIRED') onSignedOut()
    },
  })
}

function repeatQueries(fetch: typeof globalThis.fetch): Exchange {
  return mapExchange({
    onOperation(operation) {
      if (operation.kind !== 'query') return operation
      return makeOperation(operation.kind, operation, { ...operation.context, fetch })
    },
  })
}
