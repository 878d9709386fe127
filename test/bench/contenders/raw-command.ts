import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'

// Six statements, as ours has: lock, facts, actor with the chain's head, change, decision, entry with event.
const LOCK = `select a.id, a.title, a.handle, a.profile_url from account a join platform p on p.id = a.platform_id
  where a.id = $1::uuid for update of a for share of p`
const FACTS = `select a.id, a.component_id, a.state, a.version, p.state as platform_state,
  (select coalesce(jsonb_agg(to_jsonb(k)), '[]') from contact k where k.account_id = a.id) as contacts,
  (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from retirement_confirmation r where r.account_id = a.id) as confirmations,
  (select coalesce(jsonb_agg(to_jsonb(d)), '[]') from decision d where d.account_id = a.id) as decisions
  from account a join platform p on p.id = a.platform_id where a.id = $1::uuid`
const ACTOR = `with head as materialized (select seq, hash from audit_head where chain_id = $2::uuid for update)
  select p.state, clock_timestamp() as now, head.*,
    (select coalesce(jsonb_agg(g.role), '[]') from role_grant g where g.person_id = p.id and g.revoked_at is null) as roles
  from person p, head where p.id = $1::uuid`
const MOVE = `update account set state = $2::"AccountState", suspended_at = $3::timestamptz, version = version + 1,
  changed_at = clock_timestamp() where id = $1::uuid`
const DECIDE = `insert into decision (id, kind, account_id, decided_by_id, role, clauses, reason, decided_at)
  values ($1, $2::"DecisionKind", $3, $4, 'OPA', '{IV.A.5}', $5, clock_timestamp())`
const APPEND = `with entry as (
    insert into audit_entry (id, chain_id, seq, occurred_at, recorded_at, actor_id, actor_kind, role, action, outcome,
      subject_type, subject_id, clauses, reason, changes, request_id, prev_hash, hash)
    values ($1, $2, $3, clock_timestamp(), clock_timestamp(), $4, 'PERSON', 'OPA', $5, 'ACCEPTED', 'Account', $6,
      '{IV.A.5}', $7, $8::jsonb, 'raw', $9, $10)
  ), event as (insert into pgboss.job (name, data) values ('domain-event', $11::jsonb))
  update audit_head set seq = $3, hash = $10 where chain_id = $2`

/**
 * What an audited command sends, statement by statement and prepared, chained and told of, without asking who may and
 * without deciding anything.
 */
export async function runRawCommand(pool: pg.Pool, parameters: URLSearchParams): Promise<string> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const version = await suspendOrReinstate(client, parameters)
    await client.query('commit')
    return JSON.stringify({ version })
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function suspendOrReinstate(client: pg.PoolClient, parameters: URLSearchParams): Promise<number> {
  const account = parameters.get('account') ?? ''
  const actor = parameters.get('actor') ?? ''
  const to = parameters.get('to') ?? ''
  const suspends = to === 'SUSPENDED'
  const kind = suspends ? 'SUSPENDED' : 'REINSTATED'
  await run(client, 'lock', LOCK, [account])
  const facts = await run(client, 'facts', FACTS, [account])
  const head = await run(client, 'actor', ACTOR, [actor, facts['component_id']])
  await run(client, 'move', MOVE, [account, to, suspends ? new Date() : null])
  await run(client, 'decide', DECIDE, [randomUUID(), kind, account, actor, 'Benchmark.'])
  await append(client, { account, actor, kind, facts, head, to })
  return Number(facts['version']) + 1
}

interface Made {
  readonly account: string
  readonly actor: string
  readonly kind: string
  readonly to: string
  readonly facts: Row
  readonly head: Row
}

async function append(client: pg.PoolClient, { account, actor, kind, to, facts, head }: Made): Promise<void> {
  const changes = JSON.stringify([{ field: 'state', before: facts['state'], after: to }])
  const previous = head['hash'] as Buffer
  const hash = createHash('sha256').update(previous).update(account).update(changes).digest()
  const seq = BigInt(head['seq'] as string) + 1n
  const event = JSON.stringify({ type: kind, subject: `Account/${account}` })
  const entry = [randomUUID(), facts['component_id'], seq, actor, kind, account, 'Benchmark.', changes]
  await run(client, 'append', APPEND, [...entry, previous, hash, event])
}

type Row = Record<string, unknown>

async function run(client: pg.PoolClient, name: string, text: string, values: unknown[]): Promise<Row> {
  const { rows } = await client.query<Row>({ name, text, values })
  return rows[0] ?? {}
}
