import type { DocumentNode, GraphQLSchema } from 'graphql'

/** A read that went the ordinary way once: parsed, valid and within the limits of documents. */
export interface KnownRead {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName: string | null
  /** The media type it was answered in, which follows from what was accepted. */
  readonly contentType: string
}

/** What tells one read from another before it is parsed. */
export interface ReadKey {
  readonly accept: string
  readonly query: string
  readonly operationName: string | null
}

const MOST_KNOWN = 500
const LONGEST_QUERY = 16 * 1024

/** The reads of signed-in callers that are known by now. */
export interface KnownReads {
  find(key: ReadKey): KnownRead | undefined
  remember(key: ReadKey, read: KnownRead): void
  isEmpty(): boolean
}

/** Remembers so many reads, and forgets the one that was met first. */
export function createKnownReads(): KnownReads {
  const reads = new Map<string, KnownRead>()
  function remember(key: ReadKey, read: KnownRead): void {
    if (key.query.length > LONGEST_QUERY) return
    const [oldest] = reads.keys()
    if (reads.size >= MOST_KNOWN && oldest !== undefined) reads.delete(oldest)
    reads.set(textOf(key), read)
  }
  return { find: (key) => reads.get(textOf(key)), remember, isEmpty: () => reads.size === 0 }
}

// A header has no line feed; a name that is only asked for may have one.
function textOf({ accept, query, operationName }: ReadKey): string {
  return `${accept}\n${JSON.stringify(operationName)}\n${query}`
}
