import { createHash } from 'node:crypto'
import { personIdOf, type Actor } from '@official-accounts/domain/access/actor'
import { canonicalBytes, type ChainedEntry } from '@official-accounts/domain/audit/canonical-bytes'
import type { AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { Prisma } from './generated/client/client.ts'
import type { Tx } from './transaction.ts'
import { sendStatement } from './transaction-connection.ts'
import { newId } from './uuid.ts'

/** The chain of records that belong to no component. */
export const DEPARTMENT_CHAIN = '00000000-0000-0000-0000-000000000000'

/** What the writer adds to what a command says. */
export interface AuditContext {
  readonly actor: Actor
  readonly now: Date
  readonly outcome: 'ACCEPTED' | 'REFUSED'
  /** For each entry the role acted in, and the delegation it was lent by. */
  readonly authorities: readonly { readonly role: string | null; readonly delegationId: string | null }[]
  readonly requestId: string | null
  readonly groupId: string | null
}

/** The newest entry of a chain, its row locked by this transaction. */
export interface ChainHead {
  readonly chain_id: string
  readonly seq: bigint
  readonly hash: Uint8Array
  readonly recorded_at: Date
}

/** What goes along with the entries. */
export interface AppendOptions {
  /** A head this transaction has locked already. */
  readonly held?: ChainHead | null
  /** Statements that write something else, sent in the same round trip. They see nothing of each other. */
  readonly beside?: readonly Prisma.Sql[]
}

/**
 * Appends entries to their chains: a chain per component under its head's row lock, heads locked in id order,
 * `seq` without gaps, time of recording from the database's clock. Two statements, one where the head is held already,
 * or three for a chain's first entry.
 */
export async function appendAudit(
  tx: Tx,
  entries: readonly AuditEntry[],
  context: AuditContext,
  { held = null, beside = [] }: AppendOptions = {},
): Promise<void> {
  const chainIds = [...new Set(entries.map((entry) => entry.componentId ?? DEPARTMENT_CHAIN))].sort()
  const heads = await lockHeads(tx, chainIds, held)
  const rows = entries.map((entry, index) => chainEntry(entry, index, heads, context))
  const others = beside.map(
    (statement, index) => Prisma.sql`, ${Prisma.raw(`beside_${index}`)} AS (${statement})`,
  )
  await sendStatement(
    tx,
    Prisma.sql`
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
    )${others.length === 0 ? Prisma.empty : Prisma.join(others, '')}
    UPDATE audit_head h SET seq = n.seq, hash = decode(n.hash, 'hex')
    FROM jsonb_to_recordset(${JSON.stringify(newestOf(heads))}::jsonb) AS n(chain_id uuid, seq bigint, hash text)
    WHERE h.chain_id = n.chain_id`,
  )
}

async function lockHeads(
  tx: Tx,
  chainIds: readonly string[],
  held: ChainHead | null,
): Promise<Map<string, ChainHead>> {
  const heads = held !== null && chainIds.includes(held.chain_id) ? [held] : []
  const missing = chainIds.filter((id) => id !== heads[0]?.chain_id)
  if (missing.length > 0) heads.push(...(await lockMissing(tx, missing)))
  return new Map(heads.map((head) => [head.chain_id, head]))
}

async function lockMissing(tx: Tx, chainIds: readonly string[]): Promise<readonly ChainHead[]> {
  const heads = await selectHeads(tx, chainIds)
  if (heads.length === chainIds.length) return heads
  const start = Prisma.sql`
    INSERT INTO audit_head (chain_id, seq, hash)
    SELECT id, 0, '\\x' FROM unnest(${chainIds}::uuid[]) AS id ON CONFLICT DO NOTHING`
  await sendStatement(tx, start)
  return selectHeads(tx, chainIds)
}

async function selectHeads(tx: Tx, chainIds: readonly string[]): Promise<readonly ChainHead[]> {
  const select = Prisma.sql`
    SELECT chain_id, seq, hash, date_trunc('milliseconds', clock_timestamp()) AS recorded_at
    FROM audit_head WHERE chain_id = ANY (${chainIds}::uuid[]) ORDER BY chain_id FOR UPDATE`
  const rows = await sendStatement<Omit<ChainHead, 'seq'> & { seq: bigint | string }>(tx, select)
  return rows.map((row) => ({ ...row, seq: BigInt(row.seq) }))
}

function chainEntry(entry: AuditEntry, index: number, heads: Map<string, ChainHead>, context: AuditContext) {
  const chainId = entry.componentId ?? DEPARTMENT_CHAIN
  const head = heads.get(chainId)
  if (!head) throw new Error(`The audit chain ${chainId} could not be locked.`)
  const authority = context.authorities[index]
  const chained: ChainedEntry = {
    id: newId(context.now.getTime()),
    chainId,
    seq: head.seq + 1n,
    occurredAt: context.now,
    recordedAt: head.recorded_at,
    actorId: personIdOf(context.actor),
    actorKind: context.actor.kind,
    role: authority?.role ?? null,
    action: entry.action,
    outcome: context.outcome,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    clauses: entry.clauses,
    reason: entry.reason,
    changes: entry.changes,
    requestId: context.requestId,
    groupId: context.groupId,
    delegationId: authority?.delegationId ?? null,
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

function newestOf(heads: Map<string, ChainHead>) {
  return [...heads.values()].map((head) => ({
    chain_id: head.chain_id,
    seq: head.seq.toString(),
    hash: Buffer.from(head.hash).toString('hex'),
  }))
}
