import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { personIdOf } from '@official-accounts/domain/access/actor'
import type { Permission } from '@official-accounts/domain/access/permissions'
import { isRole } from '@official-accounts/domain/access/roles'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import type { ClauseId } from '@official-accounts/domain/directive/clauses'
import type { DelegationFacts } from '@official-accounts/domain/delegation/delegation'
import type { Candidate, Period } from '@official-accounts/domain/delegation/delegation-rules'
import { DomainError, invalidInput, notFound } from '@official-accounts/domain/errors'
import { z } from 'zod'
import type { Applied, DecisionContext } from '../command.ts'

const optionalInstant = z
  .date()
  .or(
    z.iso
      .datetime({ offset: true, error: 'An instant such as 2027-01-31T00:00:00Z.' })
      .transform((text) => new Date(text)),
  )
  .nullish()
  .transform((value) => value ?? null)
const optionalId = z
  .uuid()
  .nullish()
  .transform((value) => value ?? null)

/** What every record of delegation is asked with. */
export const periodFields = { validFrom: optionalInstant, validUntil: optionalInstant }
export const scopeFields = { componentId: optionalId, platformId: optionalId, accountId: optionalId }
export const reasonField = z
  .string()
  .trim()
  .min(1, 'Give the reason in writing.')
  .max(2000, 'At most 2,000 characters.')
export const authorityField = z
  .string()
  .trim()
  .min(1, 'Name the writing it rests on.')
  .max(500, 'At most 500 characters.')

/** The scope with the component an account lies in. */
export interface LockedScope {
  readonly componentId: string | null
  readonly platformId: string | null
  readonly accountId: string | null
}

/** Completes a scope: an account brings its component. Throws INVALID_INPUT for what does not exist or does not fit. */
export async function readScope(
  tx: Tx,
  { componentId, platformId, accountId }: LockedScope,
): Promise<LockedScope> {
  const scope = { componentId, platformId, accountId }
  await expectOne('platformId', scope.platformId, (id) => tx.platform.count({ where: { id } }))
  await expectOne('componentId', scope.componentId, (id) => tx.component.count({ where: { id } }))
  if (scope.accountId === null) return scope
  const account = await tx.account.findFirst({
    where: { id: scope.accountId },
    select: { componentId: true },
  })
  if (account === null) throw new DomainError(invalidInput('accountId', 'There is no such account.'))
  if (scope.componentId !== null && scope.componentId !== account.componentId) {
    throw new DomainError(invalidInput('accountId', 'The account belongs to another component.'))
  }
  return { ...scope, componentId: account.componentId }
}

async function expectOne(
  path: string,
  id: string | null,
  count: (id: string) => Promise<number>,
): Promise<void> {
  if (id !== null && (await count(id)) === 0) {
    throw new DomainError(invalidInput(path, 'There is no such record.'))
  }
}

interface CandidateRow {
  readonly state: string
  readonly affiliation: Candidate['affiliation']
  readonly roles: readonly (HeldRow & {
    readonly role: string
    readonly component_ids: readonly string[] | null
  })[]
}

interface HeldRow {
  readonly valid_from: string
  readonly valid_until: string | null
}

/** Somebody who might stand in, with every role of their own and its time: which count is asked when it is decided. */
export type StoredCandidate = Omit<Candidate, 'roles'> & {
  readonly roles: readonly (Candidate['roles'][number] & Period)[]
}

/** Somebody who might stand in, with the roles that count at this instant. */
export function candidateAt(candidate: StoredCandidate, now: Date): Candidate {
  return { ...candidate, roles: candidate.roles.filter((held) => isHeldAt(held, now)) }
}

/** Whether a role that is not revoked counts at this instant. */
export function isHeldAt({ validFrom, validUntil }: Period, now: Date): boolean {
  return validFrom <= now && (validUntil === null || validUntil > now)
}

/** Reads somebody who might stand in. Throws NOT_FOUND. */
export async function readCandidate(tx: Tx, personId: string): Promise<StoredCandidate> {
  const [row] = await tx.$queryRaw<CandidateRow[]>`
    WITH RECURSIVE held AS (
      SELECT role, component_id, valid_from, valid_until FROM role_grant
      WHERE person_id = ${personId}::uuid AND revoked_at IS NULL
    ), covered AS (
      SELECT component_id AS root, component_id AS id FROM held WHERE component_id IS NOT NULL
      UNION SELECT c.root, k.id FROM component k JOIN covered c ON k.parent_id = c.id
    )
    SELECT p.state::text, p.affiliation::text, coalesce((SELECT jsonb_agg(jsonb_build_object('role', h.role,
      'valid_from', h.valid_from, 'valid_until', h.valid_until, 'component_ids', (SELECT jsonb_agg(c.id) FROM covered c WHERE c.root = h.component_id))) FROM held h), '[]') AS roles
    FROM person p WHERE p.id = ${personId}::uuid`
  if (!row) throw new DomainError(notFound('person'))
  return {
    personId,
    active: row.state === 'ACTIVE',
    affiliation: row.affiliation,
    roles: row.roles.flatMap(({ role, component_ids: ids, ...held }) =>
      isRole(role) ? [{ role, componentIds: ids ?? [], ...toPeriod(held) }] : [],
    ),
  }
}

function toPeriod({ valid_from: from, valid_until: until }: HeldRow): Period {
  return { validFrom: new Date(from), validUntil: until === null ? null : new Date(until) }
}

/** Records that lend the same to the same person without an end already, with whose they are. */
export async function findSame(
  tx: Tx,
  record: Partial<Pick<Prisma.DelegationUncheckedCreateInput, 'kind' | 'delegatorId' | 'delegateId'>> &
    LockedScope,
): Promise<readonly { readonly id: string; readonly delegatorId: string | null }[]> {
  return tx.delegation.findMany({
    where: { ...record, revokedAt: null, endedAt: null, validUntil: null },
    select: { id: true, delegatorId: true },
  })
}

type NewDelegation = Omit<
  Prisma.DelegationUncheckedCreateInput,
  'id' | 'recordedById' | 'createdAt' | 'validFrom'
> & { readonly validFrom: Date }

/** Writes a record of delegation and says so in the audit, in the chain of the component it is for. */
export async function recordDelegation(
  tx: Tx,
  record: NewDelegation,
  permission: Permission,
  clauses: readonly ClauseId[],
  { actor, now }: DecisionContext,
): Promise<Applied> {
  const id = newId(now.getTime())
  const recordedById = personIdOf(actor)
  if (recordedById === null) throw new Error('A delegation was recorded by nobody.')
  await tx.delegation.createMany({ data: [{ ...record, id, recordedById, createdAt: now }] })
  const audited = [
    'kind',
    'role',
    'officeId',
    'delegatorId',
    'delegateId',
    'componentId',
    'platformId',
    'accountId',
    'validFrom',
    'validUntil',
    'writtenAuthority',
  ] as const
  return {
    result: { type: 'Delegation', id },
    audit: [
      {
        action: permission,
        componentId: record.componentId ?? record.officeId ?? null,
        subjectType: 'Delegation',
        subjectId: id,
        clauses,
        reason: record.reason,
        changes: changesBetween(audited, {}, record),
      },
    ],
    events: [{ type: 'delegation.recorded', subjectType: 'Delegation', subjectId: id }],
  }
}

/** The duty in a component that a delegation lent somebody; null where it lent none: a recusal, or a department's office. */
export function lentDuty(
  { kind, delegateId, componentId }: Pick<DelegationFacts, 'kind' | 'delegateId' | 'componentId'>,
  accountIds: readonly string[],
): {
  readonly personId: string
  readonly componentId: string
  readonly accountIds: readonly string[]
} | null {
  if (kind === 'RECUSAL' || delegateId === null || componentId === null) return null
  return { personId: delegateId, componentId, accountIds }
}
