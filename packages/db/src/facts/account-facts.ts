import type { AccountFacts } from '@official-accounts/domain/account/account'
import { covers, type GrantedException } from '@official-accounts/domain/exception/exception'
import type { Prisma } from '../generated/client/client.ts'

/**
 * The one order of each list under an account. Whoever reads the list uses it, so that Pothos merges every
 * selection of it into one query instead of one per account.
 */
export const CONTACT_ORDER = [
  { startedAt: 'asc' },
  { id: 'asc' },
] satisfies Prisma.ContactOrderByWithRelationInput[]
export const DECISION_ORDER = [
  { decidedAt: 'asc' },
  { id: 'asc' },
] satisfies Prisma.DecisionOrderByWithRelationInput[]
export const CONFIRMATION_ORDER = [
  { confirmedAt: 'asc' },
  { id: 'asc' },
] satisfies Prisma.RetirementConfirmationOrderByWithRelationInput[]

/** What has to be read of an account before anything is decided on it. */
export const accountFactsSelect = {
  id: true,
  componentId: true,
  state: true,
  version: true,
  useCategory: true,
  loginModel: true,
  administrators: true,
  officialOutletUrl: true,
  migrationId: true,
  claimedAt: true,
  requestedById: true,
  permittedById: true,
  platformReviewSince: true,
  platform: {
    select: {
      id: true,
      name: true,
      state: true,
      kind: true,
      personalLoginRequired: true,
      prohibitedByLaw: true,
    },
  },
  contacts: {
    orderBy: CONTACT_ORDER,
    select: { personId: true, role: true, endedAt: true, person: { select: { state: true } } },
  },
  confirmations: { orderBy: CONFIRMATION_ORDER, select: { kind: true, confirmedById: true } },
  decisions: { orderBy: DECISION_ORDER, select: { kind: true, decidedById: true } },
} satisfies Prisma.AccountSelect

export type AccountFactsRow = Prisma.AccountGetPayload<{ select: typeof accountFactsSelect }>

/** The row as the domain looks at it, with the granted exceptions that cover it. */
export function toAccountFacts(row: AccountFactsRow, granted: readonly GrantedException[]): AccountFacts {
  const account = { accountId: row.id, componentId: row.componentId, platformId: row.platform.id }
  return {
    id: row.id,
    componentId: row.componentId,
    state: row.state,
    version: row.version,
    useCategory: row.useCategory,
    loginModel: row.loginModel,
    administrators: row.administrators,
    officialOutletUrl: row.officialOutletUrl,
    imported: row.migrationId !== null,
    claimed: row.claimedAt !== null,
    requestedById: row.requestedById,
    contributorIds: row.decisions
      .filter(({ kind }) => kind === 'RESUBMITTED')
      .map(({ decidedById }) => decidedById),
    permittedById: row.permittedById,
    platformReview: row.platformReviewSince !== null,
    platform: toAccountPlatform(row.platform),
    exceptions: granted.filter((exception) => covers(exception, account)),
    contacts: row.contacts
      .filter(({ endedAt }) => endedAt === null)
      .map(({ personId, role, person }) => ({ personId, role, personActive: person.state === 'ACTIVE' })),
    confirmations: row.confirmations,
  }
}

/** A platform's row as a decision on an account looks at it. */
export function toAccountPlatform(row: AccountFactsRow['platform']): AccountFacts['platform'] {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    hasAccounts: row.kind === 'PROFILE',
    personalLoginRequired: row.personalLoginRequired,
    prohibitedByLaw: row.prohibitedByLaw,
  }
}
