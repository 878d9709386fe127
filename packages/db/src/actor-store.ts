import type { HeldRole, KnownActor } from '@official-accounts/domain/access/actor'
import { isRole } from '@official-accounts/domain/access/roles'
import type { DelegationScope, LendingKind, Recusal } from '@official-accounts/domain/delegation/delegation'
import type { Tx } from './transaction.ts'

interface ActorRow {
  now: Date
  display_name: string
  affiliation: string
  state: string
  roles: { role: string; component_ids: string[] | null }[]
  delegations: DelegationRow[]
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
}

/**
 * Reads who a person is now and what time it is, in one statement. Inside a command it runs after the record's
 * lock, so that a role or a delegation revoked a moment ago no longer counts. A component role covers the parts
 * below it; a role that is lent counts while its owner holds it (IV.A.4).
 *
 * @param at a fixed instant for tests; by default the database's clock
 */
export async function loadActor(
  tx: Tx,
  personId: string,
  acr: string | null,
  at: Date | null = null,
): Promise<LoadedActor> {
  const [row] = await tx.$queryRaw<ActorRow[]>`
    WITH RECURSIVE clock AS (
      SELECT date_trunc('milliseconds', coalesce(${at}::timestamptz, clock_timestamp())) AS now
    ), held AS (
      SELECT g.role, g.component_id FROM role_grant g, clock
      WHERE g.person_id = ${personId}::uuid AND g.revoked_at IS NULL AND g.valid_from <= clock.now
        AND (g.valid_until IS NULL OR g.valid_until > clock.now)
    ), lent AS (
      SELECT d.*, coalesce(d.office_id, d.component_id) AS root
      FROM clock, LATERAL delegations_of(${personId}::uuid, clock.now) d
    ), covered AS (
      SELECT component_id AS root, component_id AS id FROM held WHERE component_id IS NOT NULL
      UNION SELECT root, root FROM lent WHERE root IS NOT NULL
      UNION SELECT c.root, k.id FROM component k JOIN covered c ON k.parent_id = c.id
    )
    SELECT clock.now, p.display_name, p.affiliation::text, p.state::text,
      coalesce((SELECT jsonb_agg(jsonb_build_object('role', h.role, 'component_ids',
          (SELECT jsonb_agg(c.id ORDER BY c.id) FROM covered c WHERE c.root = h.component_id)) ORDER BY h.role, h.component_id)
        FROM held h), '[]') AS roles,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'role', l.role,
          'delegator_id', l.delegator_id, 'component_id', l.component_id, 'platform_id', l.platform_id,
          'account_id', l.account_id, 'component_ids',
          (SELECT jsonb_agg(c.id ORDER BY c.id) FROM covered c WHERE c.root = l.root)) ORDER BY l.id)
        FROM lent l), '[]') AS delegations
    FROM clock LEFT JOIN person p ON p.id = ${personId}::uuid`
  if (!row) throw new Error('The database told no time.')
  if (row.state !== 'ACTIVE') return { actor: null, now: row.now }
  const kind = row.affiliation === 'PROGRAM' ? 'PROGRAM' : 'PERSON'
  const roles = [...row.roles.flatMap(toHeldRole), ...row.delegations.flatMap(toLentRole)]
  const recusals = row.delegations.flatMap(toRecusal)
  return { actor: { kind, personId, displayName: row.display_name, roles, recusals, acr }, now: row.now }
}

/** What time it is for the database, to the millisecond. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<
    { now: Date }[]
  >`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`
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
