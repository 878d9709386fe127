import { createHash } from 'node:crypto'
import { personIdOf, type Actor } from '@official-accounts/domain/access/actor'
import { canonicalBytes, type ChainedEntry } from '@official-accounts/domain/audit/canonical-bytes'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import type { Prisma } from './generated/client/client.ts'
import type { Tx } from './transaction.ts'
import { newId } from './uuid.ts'

/** The chain of records that belong to no component. */
export const DEPARTMENT_CHAIN = '00000000-0000-0000-0000-000000000000'

/** What the writer adds to what a command says. */
export interface AuditContext {
  readonly actor: Actor
  readonly now: Date
  readonly outcome: 'ACCEPTED' | 'REFUSED'
  /** The role acted in, and the delegation it was lent by. */
  readonly authority: { readonly role: string | null; readonly delegationId: string | null }
  readonly requestId: string | null
  readonly groupId: string | null
}

interface Head {
  chain_id: string
  seq: bigint
  hash: Uint8Array
  recorded_at: Date
}

/**
 * Appends entries to their chains: a chain per component under its head's row lock, heads locked in id order,
 * `seq` without gaps, time of recording from the database's clock. Two statements, or three for a chain's first entry.
 */
export async function appendAudit(
  tx: Tx,
  entries: readonly AuditEntry[],
  context: AuditContext,
): Promise<void> {
  const chainIds = [...new Set(entries.map((entry) => entry.componentId ?? DEPARTMENT_CHAIN))].sort()
  const heads = await lockHeads(tx, chainIds)
  const rows = entries.map((entry) => chainEntry(entry, heads, context))
  await tx.$executeRaw`
    WITH entries AS (
      INSERT INTO audit_entry (id, chain_id, seq, occurred_at, recorded_at, actor_id, actor_kind, role, action, outcome,
        subject_type, subject_id, clauses, reason, changes, request_id, group_id, delegation_id, prev_hash, hash)
      SELECT id, chain_id, seq, occurred_at, recorded_at, actor_id, actor_kind, role, action, outcome::"AuditOutcome",
        subject_type, subject_id, ARRAY(SELECT jsonb_array_elements_text(clauses)), reason, changes, request_id, group_id,
        delegation_id, decode(prev_hash, 'hex'), decode(hash, 'hex')
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e(id uuid, chain_id uuid, seq bigint,
        occurred_at timestamptz, recorded_at timestamptz, actor_id uuid, actor_kind text, role text, action text,
        outcome text, subject_type text, subject_id text, clauses jsonb, reason text, changes jsonb, request_id text,
        group_id uuid, delegation_id uuid, prev_hash text, hash text)
    )
    UPDATE audit_head h SET seq = n.seq, hash = decode(n.hash, 'hex')
    FROM jsonb_to_recordset(${JSON.stringify(newestOf(heads))}::jsonb) AS n(chain_id uuid, seq bigint, hash text)
    WHERE h.chain_id = n.chain_id`
}

async function lockHeads(tx: Tx, chainIds: readonly string[]): Promise<Map<string, Head>> {
  const select = () => tx.$queryRaw<Head[]>`
    SELECT chain_id, seq, hash, date_trunc('milliseconds', clock_timestamp()) AS recorded_at
    FROM audit_head WHERE chain_id = ANY (${chainIds}::uuid[]) ORDER BY chain_id FOR UPDATE`
  let heads = await select()
  if (heads.length < chainIds.length) {
    await tx.$executeRaw`
      INSERT INTO audit_head (chain_id, seq, hash)
      SELECT id, 0, '\\x' FROM unnest(${chainIds}::uuid[]) AS id ON CONFLICT DO NOTHING`
    heads = await select()
  }
  return new Map(heads.map((head) => [head.chain_id, head]))
}

function chainEntry(entry: AuditEntry, heads: Map<string, Head>, context: AuditContext) {
  const chainId = entry.componentId ?? DEPARTMENT_CHAIN
  const head = heads.get(chainId)
  if (!head) throw new Error(`The audit chain ${chainId} could not be locked.`)
  const chained: ChainedEntry = {
    id: newId(context.now.getTime()),
    chainId,
    seq: head.seq + 1n,
    occurredAt: context.now,
    recordedAt: head.recorded_at,
    actorId: personIdOf(context.actor),
    actorKind: context.actor.kind,
    role: context.authority.role,
    action: entry.action,
    outcome: context.outcome,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    clauses: entry.clauses,
    reason: entry.reason,
    changes: entry.changes,
    requestId: context.requestId,
    groupId: context.groupId,
    delegationId: context.authority.delegationId,
  }
  const hash = hashEntry(chained, head.hash)
  const row = toRow(chained, head.hash, hash)
  heads.set(chainId, { ...head, seq: chained.seq, hash })
  return row
}

/** SHA-256 over an entry's canonical bytes and the hash before it. */
export function hashEntry(entry: ChainedEntry, previousHash: Uint8Array): Uint8Array {
  return createHash('sha256').update(canonicalBytes(entry, previousHash)).digest()
}

function toRow(entry: ChainedEntry, previousHash: Uint8Array, hash: Uint8Array) {
  return {
    id: entry.id,
    chain_id: entry.chainId,
    seq: entry.seq.toString(),
    occurred_at: entry.occurredAt,
    recorded_at: entry.recordedAt,
    actor_id: entry.actorId,
    actor_kind: entry.actorKind,
    role: entry.role,
    action: entry.action,
    outcome: entry.outcome,
    subject_type: entry.subjectType,
    subject_id: entry.subjectId,
    clauses: entry.clauses,
    reason: entry.reason,
    changes: entry.changes as Prisma.InputJsonValue,
    request_id: entry.requestId,
    group_id: entry.groupId,
    delegation_id: entry.delegationId,
    prev_hash: Buffer.from(previousHash).toString('hex'),
    hash: Buffer.from(hash).toString('hex'),
  }
}

function newestOf(heads: Map<string, Head>) {
  return [...heads.values()].map((head) => ({
    chain_id: head.chain_id,
    seq: head.seq.toString(),
    hash: Buffer.from(head.hash).toString('hex'),
  }))
}
