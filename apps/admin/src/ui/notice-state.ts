import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let notice: string | null = null

/** Shows and announces what has just been done, until the next page or the next notice. */
export function showNotice(text: string): void {
  set(text)
}

/** Takes the notice away. */
export function clearNotice(): void {
  set(null)
}

/** What has just been done; null when nothing is to be said. */
export function useNotice(): string | null {
  return useSyncExternalStore(subscribe, () => notice)
}

function set(text: string | null): void {
  if (notice === text) return
  notice = text
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
