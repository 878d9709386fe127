import {
  checkChain,
  type ChainFault,
  type RememberedHead,
  type StoredEntry,
} from '@official-accounts/domain/audit/chain-check'
import type pg from 'pg'
import { DEPARTMENT_CHAIN } from './audit-log.ts'
import { rehash } from './audit-rehash.ts'

/** How a chain stands: how far it is whole, its newest entry, and the first thing that does not fit. */
export interface ChainStanding {
  readonly chainId: string
  /** The component's code; null for the department's own chain. */
  readonly component: string | null
  /** Entries that fit, counted from the first. */
  readonly length: bigint
  /** Its head as the database keeps it; null for a chain that has none. */
  readonly head: RememberedHead | null
  readonly fault: ChainFault | null
}

/** Heads that somebody outside has kept, by chain. */
export type RememberedHeads = Readonly<Record<string, readonly RememberedHead[]>>

type Reader = Pick<pg.ClientBase, 'query'>

const PAGE = 1_000

/**
 * Checks every chain of the audit from its first entry to its head, and against heads remembered elsewhere.
 *
 * @param owner a connection that sees all entries, the owner's, in a transaction that sees one moment
 */
export async function verifyChains(
  owner: Reader,
  remembered: RememberedHeads = {},
): Promise<readonly ChainStanding[]> {
  const { rows } = await owner.query<{
    chain_id: string
    component: string | null
    seq: string | null
    hash: string | null
  }>(
    `select chain_id, c.code as component, h.seq::text, encode(h.hash, 'hex') as hash
     from (select chain_id from audit_head union select chain_id from audit_entry union select unnest($1::uuid[])) chains
     left join audit_head h using (chain_id) left join component c on c.id = chain_id
     order by c.code nulls first, chain_id`,
    [Object.keys(remembered)],
  )
  const standings: ChainStanding[] = []
  for (const { chain_id: chainId, component, seq, hash } of rows) {
    const head = seq === null || hash === null ? null : { seq: BigInt(seq), hash }
    const heads = [...(head ? [head] : []), ...(remembered[chainId] ?? [])]
    const { length, fault } = await verifyChain(owner, chainId, heads)
    const known = head?.seq ?? 0n
    const beyond = length > known ? ({ seq: known + 1n, problem: 'BEYOND_HEAD' } as const) : null
    standings.push({ chainId, component, length, head, fault: fault ?? beyond })
  }
  return standings
}

/** What to call a chain: its component's code, or whose it is else. */
export function chainName({ chainId, component }: Pick<ChainStanding, 'chainId' | 'component'>): string {
  return component ?? (chainId === DEPARTMENT_CHAIN ? 'the department' : chainId)
}

async function verifyChain(
  owner: Reader,
  chainId: string,
  heads: readonly RememberedHead[],
): Promise<Pick<ChainStanding, 'length' | 'fault'>> {
  const check = checkChain(rehash, heads)
  let after: string | null = null
  for (;;) {
    const { rows }: { rows: EntryRow[] } = await owner.query<EntryRow>(
      `select * from audit_entry where chain_id = $1 and ($2::bigint is null or seq > $2) order by seq limit ${PAGE}`,
      [chainId, after],
    )
    for (const row of rows) check.next(storedEntry(row))
    after = rows.at(-1)?.seq ?? after
    if (rows.length < PAGE) return { length: check.length(), fault: check.fault() }
  }
}

interface EntryRow {
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

function storedEntry(row: EntryRow): StoredEntry {
  return {
    id: row.id,
    chainId: row.chain_id,
    seq: BigInt(row.seq),
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    actorId: row.actor_id,
    actorKind: row.actor_kind,
    role: row.role,
    action: row.action,
    outcome: row.outcome,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    clauses: row.clauses,
    reason: row.reason,
    changes: row.changes,
    requestId: row.request_id,
    groupId: row.group_id,
    delegationId: row.delegation_id,
    previousHash: row.prev_hash,
    hash: row.hash,
  }
}
