import { createHash } from 'node:crypto'

/** A row of audit_entry as the database holds it. */
export interface AuditRow {
  readonly id: string
  readonly chain_id: string
  readonly seq: string
  readonly occurred_at: Date
  readonly recorded_at: Date
  readonly actor_id: string | null
  readonly actor_kind: string
  readonly role: string | null
  readonly action: string
  readonly outcome: string
  readonly subject_type: string
  readonly subject_id: string
  readonly clauses: readonly string[]
  readonly reason: string | null
  readonly changes: unknown
  readonly request_id: string | null
  readonly group_id: string | null
  readonly delegation_id: string | null
  readonly prev_hash: Buffer
  readonly hash: Buffer
}

/** What somebody outside remembers of a chain: how long it was, and its newest hash. */
export interface RememberedHead {
  readonly seq: bigint
  readonly hash: string
}

/** What does not fit, and at which place of the chain. */
export interface Discovery {
  readonly seq: bigint
  readonly problem: 'GAP' | 'BROKEN_LINK' | 'WRONG_HASH' | 'TRUNCATED' | 'FORKED'
}

/** The first thing wrong with a chain, by the format alone: none of the writer's code is used. */
export function verifyChain(
  rows: readonly AuditRow[],
  remembered: RememberedHead | null = null,
): Discovery | null {
  let previous: Buffer = Buffer.alloc(0)
  let expected = 1n
  for (const row of rows) {
    if (BigInt(row.seq) !== expected) return { seq: expected, problem: 'GAP' }
    if (!row.prev_hash.equals(previous)) return { seq: expected, problem: 'BROKEN_LINK' }
    if (!row.hash.equals(hashOf(row, previous))) return { seq: expected, problem: 'WRONG_HASH' }
    if (remembered?.seq === expected && row.hash.toString('hex') !== remembered.hash)
      return { seq: expected, problem: 'FORKED' }
    previous = row.hash
    expected += 1n
  }
  return remembered !== null && remembered.seq >= expected ? { seq: expected, problem: 'TRUNCATED' } : null
}

/** SHA-256 over the tag, the hash before, and each field with its length in four bytes; 0xffffffff for none. */
export function hashOf(row: AuditRow, previous: Buffer): Buffer {
  const fields = [
    row.id,
    row.chain_id,
    row.seq,
    `${row.occurred_at.getTime()}`,
    `${row.recorded_at.getTime()}`,
    row.actor_id,
    row.actor_kind,
    row.role,
    row.action,
    row.outcome,
    row.subject_type,
    row.subject_id,
    sortedJson(row.clauses),
    row.reason,
    sortedJson(row.changes),
    row.request_id,
    row.group_id,
    // Later than the others, and there only where an act rested on a delegation.
    ...(row.delegation_id === null ? [] : [row.delegation_id]),
  ]
  const digest = createHash('sha256').update(prefixed('official-accounts/audit-entry/v1')).update(previous)
  for (const field of fields) digest.update(prefixed(field))
  return digest.digest()
}

function prefixed(field: string | null): Buffer {
  const text = Buffer.from(field ?? '', 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(field === null ? 0xffffffff : text.length)
  return Buffer.concat([length, text])
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}
