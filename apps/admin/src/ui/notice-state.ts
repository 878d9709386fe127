import { useSyncExternalStore } from 'react'

interface Notice {
  readonly text: string
  /** Whether a page has shown it; the next page then does not. */
  readonly shown: boolean
}

const listeners = new Set<() => void>()
let notice: Notice | null = null

/** Shows and announces what has just been done, on the page that opens next. */
export function showNotice(text: string): void {
  set({ text, shown: false })
}

/** To be called when a page opens: a notice stays for one page. */
export function turnPage(): void {
  if (notice !== null) set(notice.shown ? null : { ...notice, shown: true })
}

/** What has just been done; null when nothing is to be said. */
export function useNotice(): string | null {
  return useSyncExternalStore(subscribe, () => notice?.text ?? null)
}

function set(next: Notice | null): void {
  notice = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
