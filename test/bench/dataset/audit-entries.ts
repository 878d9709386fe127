import { hashEntry } from '@official-accounts/db/audit-log'
import type { ChainedEntry } from '@official-accounts/domain/audit/canonical-bytes'
import type pg from 'pg'
import type { GeneratedAccount } from './accounts.ts'
import { insertRows } from './insert-rows.ts'
import { idAt, type Random } from './random.ts'

const START = Date.UTC(2026, 1, 1)
const STEP_MS = 120_000
const ENTRIES_AT_ONCE = 10_000

const ACTIONS = [
  'account.update',
  'account.claim',
  'account.assignPrimaryContact',
  'account.suspend',
] as const
const SENTENCES = [
  'The office reviewed the page and corrected what it says of its mission.',
  'A reader reported that the address of the complaints form had moved.',
  'The component reorganized; the regional page now covers two districts.',
  'The records officer asked that the capture method be named for each account.',
  'Moderation rules were brought into line with the department’s comment policy.',
]

interface Head {
  seq: bigint
  hash: Uint8Array
}

/**
 * Fills the audit to `total` entries: about the accounts, each with texts of the size of a post before and after,
 * chained as the product chains them, so that the chains still verify.
 */
export async function fillAudit(
  owner: pg.Client,
  accounts: readonly GeneratedAccount[],
  actors: readonly string[],
  total: number,
  random: Random,
): Promise<void> {
  const heads = await readHeads(owner)
  const present = await owner.query<{ count: number }>('select count(*)::int as count from audit_entry')
  const missing = total - (present.rows[0]?.count ?? 0)
  for (let at = 0; at < missing; at += ENTRIES_AT_ONCE) {
    const count = Math.min(ENTRIES_AT_ONCE, missing - at)
    const rows = Array.from({ length: count }, (_, index) =>
      chainedRow(at + index, random.pick(accounts), random.pick(actors), heads, random),
    )
    await insertRows(owner, 'audit_entry', rows)
  }
  await writeHeads(owner, heads)
}

async function readHeads(owner: pg.Client): Promise<Map<string, Head>> {
  const { rows } = await owner.query<{ chain_id: string; seq: string; hash: Buffer }>(
    'select chain_id, seq, hash from audit_head',
  )
  return new Map(rows.map(({ chain_id, seq, hash }) => [chain_id, { seq: BigInt(seq), hash }]))
}

async function writeHeads(owner: pg.Client, heads: ReadonlyMap<string, Head>): Promise<void> {
  for (const [chainId, { seq, hash }] of heads) {
    await owner.query(
      `insert into audit_head (chain_id, seq, hash) values ($1, $2, $3)
       on conflict (chain_id) do update set seq = excluded.seq, hash = excluded.hash
       where audit_head.seq < excluded.seq`,
      [chainId, seq.toString(), hash],
    )
  }
}

function chainedRow(
  number: number,
  account: GeneratedAccount,
  actorId: string,
  heads: Map<string, Head>,
  random: Random,
) {
  const head = heads.get(account.component_id) ?? { seq: 0n, hash: new Uint8Array() }
  const at = new Date(START + number * STEP_MS)
  const entry: ChainedEntry = {
    id: idAt(at.getTime(), number, random),
    chainId: account.component_id,
    seq: head.seq + 1n,
    occurredAt: at,
    recordedAt: at,
    actorId,
    actorKind: 'PERSON',
    role: 'ACCOUNT_MANAGER',
    action: random.pick(ACTIONS),
    outcome: 'ACCEPTED',
    subjectType: 'Account',
    subjectId: account.id,
    clauses: ['V.B.6'],
    reason: random.pick(SENTENCES),
    changes: [
      { field: 'purpose', before: text(random), after: text(random) },
      { field: 'audience', before: null, after: random.pick(SENTENCES) },
    ],
    requestId: `benchmark-${number}`,
    groupId: null,
    delegationId: null,
  }
  const hash = hashEntry(entry, head.hash)
  heads.set(account.component_id, { seq: entry.seq, hash })
  return toRow(entry, head.hash, hash)
}

function text(random: Random): string {
  return Array.from({ length: 3 }, () => random.pick(SENTENCES)).join(' ')
}

function toRow(entry: ChainedEntry, previous: Uint8Array, hash: Uint8Array) {
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
    changes: entry.changes,
    request_id: entry.requestId,
    prev_hash: `\\x${Buffer.from(previous).toString('hex')}`,
    hash: `\\x${Buffer.from(hash).toString('hex')}`,
  }
}
