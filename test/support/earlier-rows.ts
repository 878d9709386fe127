import { DEPARTMENT_CHAIN, hashEntry } from '@official-accounts/db/audit-log'
import { newId } from '@official-accounts/db/uuid'
import type pg from 'pg'
import type { Columns } from './records.ts'

/** A database as its owner sees it, with the migrations of an earlier version. */
export type Earlier = Pick<pg.ClientBase, 'query'>

/** Inserts one row with the columns an earlier version knew; answers with its id. */
export async function put(db: Earlier, table: string, row: Columns): Promise<string> {
  const whole = { id: newId(), ...row }
  const columns = Object.keys(whole)
    .filter((column) => column !== 'id' || !('report_id' in row && 'platform_id' in row))
    .map((column) => `"${column}"`)
    .join(', ')
  const text = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`
  await db.query(text, [JSON.stringify(whole)])
  return whole.id
}

interface EarlierEntry {
  readonly actorId: string
  readonly action: string
  readonly subjectType: string
  readonly subjectId: string
  readonly reason: string | null
  readonly changes: readonly { field: string; before: unknown; after: unknown }[]
}

/** Appends an entry to the department's chain, hashed as an earlier version did. */
export async function putEntry(db: Earlier, entry: EarlierEntry): Promise<void> {
  await db.query(
    `insert into audit_head (chain_id, seq, hash) values ($1, 0, '\\x') on conflict do nothing`,
    [DEPARTMENT_CHAIN],
  )
  const { rows } = await db.query('select seq, hash from audit_head where chain_id = $1', [DEPARTMENT_CHAIN])
  const at = new Date('2026-11-01T12:00:00.000Z')
  const chained = {
    ...entry,
    id: newId(),
    chainId: DEPARTMENT_CHAIN,
    seq: BigInt(rows[0].seq) + 1n,
    occurredAt: at,
    recordedAt: at,
    actorKind: 'PERSON',
    role: 'ASPA',
    outcome: 'ACCEPTED',
    clauses: ['IV.A.5'],
    requestId: null,
    groupId: null,
    delegationId: null,
  }
  const hash = hashEntry(chained, rows[0].hash)
  await put(db, 'audit_entry', {
    id: chained.id,
    chain_id: chained.chainId,
    seq: `${chained.seq}`,
    occurred_at: at,
    recorded_at: at,
    actor_id: entry.actorId,
    actor_kind: chained.actorKind,
    role: chained.role,
    action: entry.action,
    outcome: chained.outcome,
    subject_type: entry.subjectType,
    subject_id: entry.subjectId,
    clauses: chained.clauses,
    reason: entry.reason,
    changes: entry.changes,
    prev_hash: `\\x${Buffer.from(rows[0].hash).toString('hex')}`,
    hash: `\\x${Buffer.from(hash).toString('hex')}`,
  })
  await db.query('update audit_head set seq = $2, hash = $3 where chain_id = $1', [
    DEPARTMENT_CHAIN,
    `${chained.seq}`,
    hash,
  ])
}
