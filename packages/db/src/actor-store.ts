import type { HeldRole, KnownActor } from '@official-accounts/domain/access/actor'
import { isRole } from '@official-accounts/domain/access/roles'
import type { DelegationScope, LendingKind, Recusal } from '@official-accounts/domain/delegation/delegation'
import type { ChainHead } from './audit-log.ts'
import { Prisma } from './generated/client/client.ts'
import { sendStatement, type StatementSender } from './transaction-connection.ts'

interface ActorRow {
  now: Date
  person_id: string | null
  signed_out_at: Date | null
  display_name: string
  affiliation: string
  state: string
  rights_suspended_at: Date | null
  roles: { role: string; component_ids: string[] | null }[]
  delegations: DelegationRow[]
  seq: bigint | string | null
  hash: Uint8Array | null
  recorded_at: Date | null
}

interface DelegationRow {
  id: string
  kind: LendingKind | 'RECUSAL'
  role: string | null
  delegator_id: string | null
  component_id: string | null
  platform_id: string | null
  account_id: string | null
  component_ids: string[] | null
}

/** A person as an actor with the roles held at this instant by the database's clock; null when deactivated or unknown. */
export interface LoadedActor {
  readonly actor: KnownActor | null
  readonly now: Date
  /** Whether there is such a person at all. */
  readonly known: boolean
  /** When the identity provider last signed the subject out; null for a person who is loaded by id. */
  readonly signedOutAt: Date | null
  /** The head of the chain that was asked for, locked; null where it has no entry yet. */
  readonly head: ChainHead | null
}

/** What else to read with an actor. */
export interface ActorOptions {
  /** A fixed instant for tests; by default the database's clock. */
  readonly at?: Date | null
  /** An audit chain whose head is locked in the same statement. */
  readonly chainId?: string | null
}

/**
 * Reads who a person is now and what time it is, in one statement. Inside a command it runs after the record's
 * lock, so that a role or a delegation revoked a moment ago no longer counts. A component role covers the parts
 * below it; a role that is lent counts while its owner holds it (IV.A.4).
 */
export async function loadActor(
  tx: StatementSender,
  personId: string,
  acr: string | null,
  options: ActorOptions = {},
): Promise<LoadedActor> {
  return readActor(
    tx,
    Prisma.sql`SELECT ${personId}::uuid AS person_id, NULL::timestamptz AS signed_out_at`,
    acr,
    options,
  )
}

/** As loadActor(), for whoever an identity provider knows by a subject. */
export async function loadActorBySubject(
  tx: StatementSender,
  {
    issuer,
    subject,
    acr,
  }: { readonly issuer: string; readonly subject: string; readonly acr: string | null },
  options: ActorOptions = {},
): Promise<LoadedActor> {
  const who = Prisma.sql`
    SELECT person_id, signed_out_at FROM identity WHERE issuer = ${issuer} AND subject = ${subject}`
  return readActor(tx, who, acr, options)
}

async function readActor(
  tx: StatementSender,
  who: Prisma.Sql,
  acr: string | null,
  { at = null, chainId = null }: ActorOptions,
): Promise<LoadedActor> {
  const [row] = await sendStatement<ActorRow>(
    tx,
    Prisma.sql`
    WITH RECURSIVE clock AS (
      SELECT date_trunc('milliseconds', coalesce(${at}::timestamptz, clock_timestamp())) AS now
    ), who AS MATERIALIZED (${who}), held AS (
      SELECT g.role, g.component_id FROM role_grant g, clock
      WHERE g.person_id = (SELECT person_id FROM who) AND g.revoked_at IS NULL AND g.valid_from <= clock.now
        AND (g.valid_until IS NULL OR g.valid_until > clock.now)
    ), lent AS (
      SELECT d.*, coalesce(d.office_id, d.component_id) AS root
      FROM clock, LATERAL delegations_of((SELECT person_id FROM who), clock.now) d
    ), covered AS (
      SELECT component_id AS root, component_id AS id FROM held WHERE component_id IS NOT NULL
      UNION SELECT root, root FROM lent WHERE root IS NOT NULL
      UNION SELECT c.root, k.id FROM component k JOIN covered c ON k.parent_id = c.id
    )${headOf(chainId)}
    SELECT clock.now, p.id AS person_id, p.display_name, p.affiliation::text, p.state::text,
      p.rights_suspended_at, (SELECT signed_out_at FROM who), head.*,
      coalesce((SELECT jsonb_agg(jsonb_build_object('role', h.role, 'component_ids',
          (SELECT jsonb_agg(c.id ORDER BY c.id) FROM covered c WHERE c.root = h.component_id)) ORDER BY h.role, h.component_id)
        FROM held h), '[]') AS roles,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'role', l.role,
          'delegator_id', l.delegator_id, 'component_id', l.component_id, 'platform_id', l.platform_id,
          'account_id', l.account_id, 'component_ids',
          (SELECT jsonb_agg(c.id ORDER BY c.id) FROM covered c WHERE c.root = l.root)) ORDER BY l.id)
        FROM lent l), '[]') AS delegations
    FROM clock LEFT JOIN person p ON p.id = (SELECT person_id FROM who) LEFT JOIN head ON true`,
  )
  if (!row) throw new Error('The database told no time.')
  return {
    actor: toActor(row, acr),
    now: row.now,
    known: row.person_id !== null,
    signedOutAt: row.signed_out_at,
    head: toHead(row, chainId),
  }
}

// Roles are read before a wait for the head ends, as they always were: the record's lock is what they follow.
function headOf(chainId: string | null): Prisma.Sql {
  return chainId === null
    ? Prisma.sql`, head AS (SELECT NULL::bigint AS seq, NULL::bytea AS hash, NULL::timestamptz AS recorded_at)`
    : Prisma.sql`, head AS MATERIALIZED (
        SELECT seq, hash, date_trunc('milliseconds', clock_timestamp()) AS recorded_at
        FROM audit_head WHERE chain_id = ${chainId}::uuid FOR UPDATE)`
}

function toHead({ seq, hash, recorded_at }: ActorRow, chainId: string | null): ChainHead | null {
  if (chainId === null || seq === null || hash === null || recorded_at === null) return null
  return { chain_id: chainId, seq: BigInt(seq), hash, recorded_at }
}

function toActor(row: ActorRow, acr: string | null): KnownActor | null {
  if (row.person_id === null || row.state !== 'ACTIVE') return null
  return {
    kind: row.affiliation === 'PROGRAM' ? 'PROGRAM' : 'PERSON',
    personId: row.person_id,
    displayName: row.display_name,
    roles: [...row.roles.flatMap(toHeldRole), ...row.delegations.flatMap(toLentRole)],
    recusals: row.delegations.flatMap(toRecusal),
    rightsSuspendedAt: row.rights_suspended_at,
    acr,
  }
}

/** What time it is for the database, to the millisecond. */
export async function databaseNow(tx: StatementSender): Promise<Date> {
  const [row] = await sendStatement<{ now: Date }>(
    tx,
    Prisma.sql`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`,
  )
  if (!row) throw new Error('The database told no time.')
  return row.now
}

function toHeldRole(row: ActorRow['roles'][number]): HeldRole[] {
  return isRole(row.role) ? [{ role: row.role, componentIds: row.component_ids ?? [] }] : []
}

function toLentRole(row: DelegationRow): HeldRole[] {
  const { kind, role } = row
  if (kind === 'RECUSAL' || role === null || !isRole(role)) return []
  const lending = { delegationId: row.id, kind, delegatorId: row.delegator_id, scope: toScope(row) }
  return [{ role, componentIds: row.component_ids ?? [], lending }]
}

function toRecusal(row: DelegationRow): Recusal[] {
  if (row.kind !== 'RECUSAL') return []
  return [{ delegationId: row.id, scope: toScope(row), componentIds: row.component_ids ?? [] }]
}

function toScope(row: DelegationRow): DelegationScope {
  return { componentId: row.component_id, platformId: row.platform_id, accountId: row.account_id }
}
