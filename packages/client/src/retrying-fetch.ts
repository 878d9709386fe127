type Fetch = typeof globalThis.fetch

const ATTEMPTS = 3
const UNAVAILABLE = 503

/**
 * A fetch for queries alone: repeats a request that did not reach the server, or met one that is starting, up to
 * three times in all with doubling pauses. Never for mutations: their answer may be lost after they happened.
 *
 * @param fetch what sends a request
 * @param pauseMs before the first repetition
 */
export function createRetryingFetch(fetch: Fetch, pauseMs: number): Fetch {
  return async function retryingFetch(input, init) {
    for (let attempt = 1; ; attempt++) {
      const last = attempt === ATTEMPTS
      try {
        const response = await fetch(input, init)
        if (last || response.status !== UNAVAILABLE) return response
      } catch (error) {
        if (last || init?.signal?.aborted) throw error
      }
      await pause(pauseMs * 2 ** (attempt - 1))
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
