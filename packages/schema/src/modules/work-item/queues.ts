import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { AccountAction } from '@official-accounts/domain/account/account-machine'
import type { KnownActor } from '@official-accounts/domain/access/actor'
import { ROLES, type Role } from '@official-accounts/domain/access/roles'

/** Accounts that wait for somebody: whose turn it is, why, and the next action. */
export interface AccountQueue {
  readonly kind: string
  readonly roles: readonly Role[]
  readonly reason: string
  readonly action: AccountAction
  readonly where: Prisma.AccountWhereInput
}

const LIVE = ['ACTIVE', 'SUSPENDED', 'RETIRING'] as const

/** Every queue of accounts, in the order in which they are worked off. */
export const ACCOUNT_QUEUES: readonly AccountQueue[] = [
  {
    kind: 'PLATFORM_REVIEW',
    roles: ['ASPA', 'OPA'],
    reason: 'Its platform is suspended or prohibited: decide what becomes of the account.',
    action: 'suspendAccount',
    where: { platformReviewSince: { not: null }, state: 'ACTIVE' },
  },
  {
    kind: 'ENDORSEMENT',
    roles: ['COMPONENT_DIRECTOR'],
    reason: 'A request waits for your endorsement.',
    action: 'endorseAccount',
    where: { state: 'REQUESTED' },
  },
  {
    kind: 'PERMISSION',
    roles: ['OPA'],
    reason: 'An endorsed request waits for Public Affairs’ permission.',
    action: 'permitAccount',
    where: { state: 'ENDORSED', permittedById: null },
  },
  {
    kind: 'APPROVAL',
    roles: ['ASPA'],
    reason: 'A permitted request waits for your approval.',
    action: 'approveAccount',
    where: { state: 'ENDORSED', permittedById: { not: null } },
  },
  {
    kind: 'REWORK',
    roles: ['ACCOUNT_MANAGER', 'COMPONENT_DIRECTOR'],
    reason: 'A request came back: rework it or take it back.',
    action: 'resubmitAccountRequest',
    where: { state: 'CHANGES_REQUESTED' },
  },
  {
    kind: 'ACTIVATION',
    roles: ['ACCOUNT_MANAGER', 'COMPONENT_DIRECTOR'],
    reason: 'An approved account waits for its primary contact and activation.',
    action: 'activateAccount',
    where: { state: 'APPROVED' },
  },
  {
    kind: 'CLAIM',
    roles: ['ACCOUNT_MANAGER', 'COMPONENT_DIRECTOR'],
    reason: 'An imported account waits for its office to claim it.',
    action: 'claimAccount',
    where: { migrationId: { not: null }, claimedAt: null, state: 'ACTIVE' },
  },
  {
    kind: 'VACANCY',
    roles: ['COMPONENT_DIRECTOR'],
    reason: 'Nobody answers for the account: name a primary contact.',
    action: 'assignPrimaryContact',
    where: {
      state: { in: [...LIVE] },
      OR: [{ migrationId: null }, { claimedAt: { not: null } }],
      NOT: { contacts: { some: { role: 'PRIMARY', endedAt: null, person: { state: 'ACTIVE' } } } },
    },
  },
  {
    kind: 'DEACTIVATION',
    roles: ['ACCOUNT_MANAGER', 'COMPONENT_DIRECTOR'],
    reason: 'The account is ending: confirm that it is gone from the platform.',
    action: 'confirmDeactivation',
    where: { state: 'RETIRING', confirmations: { none: { kind: 'DEACTIVATION' } } },
  },
  {
    kind: 'ARCHIVE',
    roles: ['RECORDS_OFFICER'],
    reason: 'The account is ending: confirm that its records are archived.',
    action: 'confirmArchive',
    where: { state: 'RETIRING', confirmations: { none: { kind: 'ARCHIVE' } } },
  },
]

/** Where a queue's accounts lie for this actor, or null when none of its roles is held. */
export function queuePlace(actor: KnownActor, roles: readonly Role[]): Prisma.AccountWhereInput | null {
  const held = actor.roles.filter(({ role }) => roles.includes(role))
  if (held.length === 0) return null
  if (held.some(({ role }) => ROLES[role].scope === 'DEPARTMENT')) return {}
  return { componentId: { in: held.flatMap(({ componentIds }) => [...componentIds]) } }
}
