import { useEffect, useSyncExternalStore } from 'react'

/** Something that may be done on the page that is open, with the address of its form. */
export interface PageAction {
  readonly label: string
  readonly href: string
}

const NONE: readonly PageAction[] = []
const listeners = new Set<() => void>()
let offered: readonly PageAction[] = NONE

/** Offers a page's actions to the list of commands for as long as the page is open. */
export function useOfferedActions(actions: readonly PageAction[]): void {
  useEffect(() => {
    // They are new objects at every rendering, which mostly say the same.
    if (JSON.stringify(actions) !== JSON.stringify(offered)) set(actions)
  })
  useEffect(() => () => set(NONE), [])
}

/** The actions of the page that is open. */
export function usePageActions(): readonly PageAction[] {
  return useSyncExternalStore(subscribe, () => offered)
}

function set(next: readonly PageAction[]): void {
  offered = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
