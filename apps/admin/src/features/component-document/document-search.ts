import { textOf } from '../../ui/search-params.ts'

/** What the address of a form says: whether it is about a process or a policy, and which version. */
export interface DocumentSearch {
  readonly kind: 'process' | 'policy'
  readonly document?: string
}

/** Reads it from an address; a process where it does not say. */
export function readDocumentSearch(raw: Record<string, unknown>): DocumentSearch {
  const document = textOf(raw['document'])
  return { kind: raw['kind'] === 'policy' ? 'policy' : 'process', ...(document ? { document } : {}) }
}
