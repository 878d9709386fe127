import { getDirectory } from '../data/directory.ts'
import type { Account } from '../data/directory-model.ts'
import type { Page } from '../links/pages.ts'
import { intoPages } from '../links/pages.ts'

/** What stands for handles that begin with no Latin letter. */
export const otherSigns = '0'

/** A letter of the A to Z and the first account under it. */
export interface LetterStart {
  readonly letter: string
  readonly page: number
  readonly slug: string
}

/** The letter a handle is filed under: its first one without accents, or `otherSigns`. */
export function letterOf(handle: string): string {
  const first = handle.normalize('NFKD').charAt(0).toUpperCase()
  return /^[A-Z]$/.test(first) ? first : otherSigns
}

/** Where each letter begins in a list that is sorted by handle and cut into pages. */
export function letterStarts(pages: readonly Page<Account>[]): LetterStart[] {
  const starts = new Map<string, LetterStart>()
  for (const { number, items } of pages)
    for (const { handle, slug } of items) {
      const letter = letterOf(handle)
      if (!starts.has(letter)) starts.set(letter, { letter, page: number, slug })
    }
  return [...starts.values()].toSorted((a, b) => (a.letter < b.letter ? -1 : 1))
}

let starts: Promise<LetterStart[]> | undefined

/** Where each letter begins in this build's list of all accounts, found once. */
export function getLetterStarts(): Promise<LetterStart[]> {
  starts ??= getDirectory().then(({ current }) => letterStarts(intoPages(current)))
  return starts
}

/** The fragment that leads to a letter. */
export function letterId(letter: string): string {
  return `letter-${letter.toLowerCase()}`
}
