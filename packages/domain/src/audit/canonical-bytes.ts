/** An audit entry as its chain's hash covers it. Instants in milliseconds since 1970, ids as text. */
export interface ChainedEntry {
  readonly id: string
  readonly chainId: string
  readonly seq: bigint
  readonly occurredAt: Date
  readonly recordedAt: Date
  readonly actorId: string | null
  readonly actorKind: string
  readonly role: string | null
  readonly action: string
  readonly outcome: string
  readonly subjectType: string
  readonly subjectId: string
  readonly clauses: readonly string[]
  readonly reason: string | null
  readonly changes: unknown
  readonly requestId: string | null
  readonly groupId: string | null
  readonly delegationId: string | null
}

const ENCODER = new TextEncoder()

/** Names the format, so that no other hashed text can be taken for an entry. */
export const AUDIT_DOMAIN_TAG = 'official-accounts/audit-entry/v1'

/**
 * The bytes an entry's hash is made of: the tag, the previous hash, then every field as its length in bytes
 * (four, big-endian) and its UTF-8 text. A missing field has the length 0xFFFFFFFF, so it differs from an empty one.
 * The delegation came later and is the last field, there only when an act rested on one: earlier entries keep their bytes.
 */
export function canonicalBytes(entry: ChainedEntry, previousHash: Uint8Array): Uint8Array {
  const fields: readonly (string | null)[] = [
    entry.id,
    entry.chainId,
    entry.seq.toString(),
    String(entry.occurredAt.getTime()),
    String(entry.recordedAt.getTime()),
    entry.actorId,
    entry.actorKind,
    entry.role,
    entry.action,
    entry.outcome,
    entry.subjectType,
    entry.subjectId,
    canonicalJson(entry.clauses),
    entry.reason,
    canonicalJson(entry.changes),
    entry.requestId,
    entry.groupId,
    ...(entry.delegationId === null ? [] : [entry.delegationId]),
  ]
  return concatenate([lengthPrefixed(AUDIT_DOMAIN_TAG), previousHash, ...fields.map(lengthPrefixed)])
}

/** JSON with sorted keys and no white space: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object' || value instanceof Date)
    return JSON.stringify(value ?? null)
  const entries = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

function lengthPrefixed(field: string | null): Uint8Array {
  const bytes = field === null ? new Uint8Array() : ENCODER.encode(field)
  const result = new Uint8Array(4 + bytes.length)
  new DataView(result.buffer).setUint32(0, field === null ? 0xffffffff : bytes.length)
  result.set(bytes, 4)
  return result
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    result.set(part, at)
    at += part.length
  }
  return result
}
