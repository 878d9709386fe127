import type { Permission } from '../access/permissions.ts'
import type { Role } from '../access/roles.ts'

/**
 * Why somebody acts in another's place: approval lent by the Assistant Secretary, an office filled while it is
 * vacant, cover for an absence, or a recusal, by which its holder does not act at all (IV.A.4).
 */
export const DELEGATION_KINDS = ['APPROVAL', 'ACTING', 'COVER', 'RECUSAL'] as const
export type DelegationKind = (typeof DELEGATION_KINDS)[number]
export type LendingKind = Exclude<DelegationKind, 'RECUSAL'>

/** What a record of delegation reaches; all null means everything the office reaches. */
export interface DelegationScope {
  readonly componentId: string | null
  readonly platformId: string | null
  readonly accountId: string | null
}

/** Under what somebody holds another's role for a time. */
export interface Lending {
  readonly delegationId: string
  readonly kind: LendingKind
  /** Whose role it is; null for a vacant office. */
  readonly delegatorId: string | null
  readonly scope: DelegationScope
}

/** A role that has ended, or everything that somebody held. */
export interface EndedRole {
  readonly personId: string
  readonly role: Role | null
  readonly officeId: string | null
}

/** Whether a record of delegation lends what has ended: it ends with it, before its date (IV.A.4). */
export function isLentFrom(
  { delegatorId, role, officeId }: Pick<DelegationFacts, 'delegatorId' | 'role' | 'officeId'>,
  ended: EndedRole,
): boolean {
  if (delegatorId !== ended.personId || role === null) return false
  return ended.role === null || (ended.role === role && ended.officeId === officeId)
}

/** Where somebody has stood aside. */
export interface Recusal {
  readonly delegationId: string
  readonly scope: DelegationScope
  /** The component of the scope and the parts below it. */
  readonly componentIds: readonly string[]
}

/** A record of delegation as decisions on it look at it. */
export interface DelegationFacts {
  readonly id: string
  readonly kind: DelegationKind
  readonly role: Role | null
  readonly delegatorId: string | null
  readonly delegateId: string | null
  readonly recordedById: string
  readonly componentId: string | null
  /** For which component the lent office is held; null for the department's. */
  readonly officeId: string | null
  readonly validFrom: Date
  readonly validUntil: Date | null
  readonly revokedAt: Date | null
  /** When it ended, by its date or with the role it was lent from; null while that waits. */
  readonly endedAt: Date | null
  readonly version: number
}

// IV.A.2: approval of accounts may be lent, approval of platforms never.
const LENT_AS_APPROVAL: readonly Permission[] = ['account.approve']
const NEVER_COVERED: readonly Permission[] = ['platform.approve', 'platform.prohibit']
// IV.C.2: a veto of the Chief Privacy Officer in person, which nobody exercises in another’s place.
const NEVER_LENT: readonly Permission[] = ['privacyApproval.decide']

/** Whether a delegation of this kind carries a permission. None carries the power to delegate (IV.A.4). */
export function isLent(kind: LendingKind, permission: Permission): boolean {
  if (permission.startsWith('delegation.') || NEVER_LENT.includes(permission)) return false
  switch (kind) {
    case 'APPROVAL':
      return LENT_AS_APPROVAL.includes(permission)
    case 'COVER':
      return !NEVER_COVERED.includes(permission)
    case 'ACTING':
      return true
  }
}

/** The dates of a record of delegation. */
export type DelegationDates = Pick<DelegationFacts, 'validFrom' | 'validUntil' | 'revokedAt' | 'endedAt'>

/** Where a record of delegation stands at an instant: derived from its dates, never stored. */
export function delegationStanding(
  { validFrom, validUntil, revokedAt, endedAt }: DelegationDates,
  now: Date,
): DelegationStanding {
  if (revokedAt !== null) return 'REVOKED'
  if (endedAt !== null) return 'ENDED'
  if (validFrom > now) return 'UPCOMING'
  return validUntil !== null && validUntil <= now ? 'ENDED' : 'IN_FORCE'
}

export const DELEGATION_STANDINGS = ['UPCOMING', 'IN_FORCE', 'ENDED', 'REVOKED'] as const
export type DelegationStanding = (typeof DELEGATION_STANDINGS)[number]
