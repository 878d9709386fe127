import type { ChangeOutcome } from '@official-accounts/client/result'

/** Milliseconds before the second try and the third. */
const PAUSES = [1_000, 4_000]

/**
 * Sends a change until the server answers, three times at most. Each try is the same request under the same key, so
 * that a change whose answer was lost on the way does not happen twice.
 *
 * @param onPause called before each further try
 */
export async function sendPatiently(
  send: () => Promise<ChangeOutcome>,
  onPause: () => void,
  pause: (ms: number) => Promise<void> = wait,
): Promise<ChangeOutcome> {
  for (const ms of PAUSES) {
    const outcome = await send()
    if (outcome.kind !== 'FAILED' || outcome.failure.kind !== 'OFFLINE') return outcome
    onPause()
    await pause(ms)
  }
  return send()
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
