import type { ChainedEntry } from './canonical-bytes.ts'

/** An entry as it is stored, with the hashes that hold it in its chain. */
export interface StoredEntry extends ChainedEntry {
  readonly previousHash: Uint8Array
  readonly hash: Uint8Array
}

/** A chain's newest entry as somebody remembers it; the hash in hexadecimal. */
export interface RememberedHead {
  readonly seq: bigint
  readonly hash: string
}

/**
 * What does not fit: an entry is missing, one does not follow the one before, one was changed after it was written,
 * the chain was written anew, its end was cut off, or there are entries its head does not know.
 */
export type ChainProblem = 'GAP' | 'BROKEN_LINK' | 'WRONG_HASH' | 'FORKED' | 'TRUNCATED' | 'BEYOND_HEAD'

/** The first thing that does not fit in a chain, and at which place of it. */
export interface ChainFault {
  readonly seq: bigint
  readonly problem: ChainProblem
}

/** A check of one chain: it is told the entries in their order, and asked at the end. */
export interface ChainCheck {
  next(entry: StoredEntry): void
  /** How many entries fit, counted from the first. */
  length(): bigint
  /** The first fault, once all entries were told; null where the chain is whole. */
  fault(): ChainFault | null
}

/**
 * Begins to check a chain from its first entry.
 *
 * @param hash how an entry is hashed, given the hash before it
 * @param remembered heads from elsewhere: without one, an end that was cut off or written anew cannot be seen
 */
export function checkChain(
  hash: (entry: ChainedEntry, previousHash: Uint8Array) => Uint8Array,
  remembered: readonly RememberedHead[] = [],
): ChainCheck {
  const known = new Map(remembered.map((head) => [head.seq, head.hash]))
  let previous: Uint8Array = new Uint8Array()
  let length = 0n
  let found: ChainFault | null = null

  function problemOf(entry: StoredEntry): ChainProblem | null {
    if (entry.seq !== length + 1n) return 'GAP'
    if (hex(entry.previousHash) !== hex(previous)) return 'BROKEN_LINK'
    if (hex(entry.hash) !== hex(hash(entry, previous))) return 'WRONG_HASH'
    const head = known.get(entry.seq)
    return head !== undefined && head !== hex(entry.hash) ? 'FORKED' : null
  }

  return {
    next(entry) {
      if (found !== null) return
      const problem = problemOf(entry)
      if (problem !== null) {
        found = { seq: length + 1n, problem }
        return
      }
      previous = entry.hash
      length += 1n
    },
    length: () => length,
    fault() {
      if (found !== null) return found
      const cut = remembered.some(({ seq }) => seq > length)
      return cut ? { seq: length + 1n, problem: 'TRUNCATED' } : null
    },
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
