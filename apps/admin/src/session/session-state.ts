import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let ended = false

/** Notes that the server no longer knows this browser's session. */
export function endSession(): void {
  ended = true
  for (const listener of listeners) listener()
}

/** Whether the session has ended since the page was opened. Only a sign-in, which loads the page anew, ends that. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(subscribe, () => ended)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
