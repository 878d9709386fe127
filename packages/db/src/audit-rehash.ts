import { createHash, type Hash } from 'node:crypto'
import type { StoredEntry } from '@official-accounts/domain/audit/chain-check'

// By the written format alone (packages/db/audit-format.md): none of the writer's code is used here, so that a fault of
// the writer's does not hide itself. A test keeps it so.
const TAG = 'official-accounts/audit-entry/v1'
const ABSENT = 0xffffffff

/** The hash a stored entry has to have after the one before it, worked out anew from the format as it is written down. */
export function rehash(entry: Omit<StoredEntry, 'previousHash' | 'hash'>, previousHash: Uint8Array): Buffer {
  const digest = createHash('sha256')
  addText(digest, TAG)
  digest.update(previousHash)
  addText(digest, entry.id)
  addText(digest, entry.chainId)
  addText(digest, `${entry.seq}`)
  addText(digest, `${entry.occurredAt.valueOf()}`)
  addText(digest, `${entry.recordedAt.valueOf()}`)
  addText(digest, entry.actorId)
  addText(digest, entry.actorKind)
  addText(digest, entry.role)
  addText(digest, entry.action)
  addText(digest, entry.outcome)
  addText(digest, entry.subjectType)
  addText(digest, entry.subjectId)
  addText(digest, plainJson(entry.clauses))
  addText(digest, entry.reason)
  addText(digest, plainJson(entry.changes))
  addText(digest, entry.requestId)
  addText(digest, entry.groupId)
  if (entry.delegationId !== null) addText(digest, entry.delegationId)
  return digest.digest()
}

function addText(digest: Hash, text: string | null): void {
  const bytes = Buffer.from(text ?? '', 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text === null ? ABSENT : bytes.length)
  digest.update(length).update(bytes)
}

// The members of each object in the order of their names, and no white space.
function plainJson(value: unknown): string {
  return JSON.stringify(value ?? null, (_name, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
    const sorted: Record<string, unknown> = {}
    for (const [name, inner] of Object.entries(member).toSorted(byName)) sorted[name] = inner
    return sorted
  })
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
