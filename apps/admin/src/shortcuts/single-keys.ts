import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function place(personId: string): string {
  return `official-accounts.single-keys.${personId}`
}

/** Whether shortcuts of a single sign are on for a person in this browser; they are until switched off (WCAG 2.1.4). */
export function useSingleKeys(personId: string): boolean {
  return useSyncExternalStore(subscribe, () => read(personId))
}

/** Switches shortcuts of a single sign on or off, and remembers it. */
export function setSingleKeys(personId: string, on: boolean): void {
  try {
    if (on) localStorage.removeItem(place(personId))
    else localStorage.setItem(place(personId), 'off')
  } catch {
    switchedOff = !on
  }
  for (const listener of listeners) listener()
}

// Where the browser keeps nothing, it holds until the page is left.
let switchedOff = false

function read(personId: string): boolean {
  try {
    return !switchedOff && localStorage.getItem(place(personId)) !== 'off'
  } catch {
    return !switchedOff
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
