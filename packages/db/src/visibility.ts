import { personIdOf, reaches, type Actor, type Reach } from '@official-accounts/domain/access/actor'
import type { ActorSettings } from './actor-settings.ts'
import type { Prisma } from './generated/client/client.ts'

const SCOPES = {
  SYSTEM: 'system',
  DEPARTMENT: 'department',
  COMPONENT: 'component',
  LISTED: 'listed',
  PUBLIC: 'public',
} as const satisfies Record<Reach['extent'], ActorSettings['scope']>

/** What row-level security is told of an actor. */
export function settingsFor(reach: Reach): ActorSettings {
  return { scope: SCOPES[reach.extent], components: reach.componentIds, person: reach.personId }
}

const LISTED: Prisma.AccountWhereInput = {
  useCategory: 'PUBLIC_COMMUNICATION',
  state: { in: ['ACTIVE', 'SUSPENDED', 'RETIRING', 'RETIRED'] },
}

/** The accounts an actor may read: the first wall; row-level security is the second. */
export function visibleAccounts(reach: Reach): Prisma.AccountWhereInput {
  switch (reach.extent) {
    case 'SYSTEM':
    case 'DEPARTMENT':
      return {}
    case 'COMPONENT':
      return { OR: [{ componentId: { in: [...reach.componentIds] } }, LISTED] }
    case 'LISTED':
      return LISTED
    case 'PUBLIC':
      return { id: { in: [] } }
  }
}

/** The accounts of which an actor sees who answers for them: of others a vacancy is not theirs to know (V.B.5). */
export function accountsWithSeenContacts(reach: Reach): Prisma.AccountWhereInput {
  return reach.extent === 'SYSTEM' || reach.extent === 'DEPARTMENT'
    ? {}
    : { componentId: { in: [...reach.componentIds] } }
}

/** Whether an actor sees who answers for the accounts of a component. */
export function seesContacts(reach: Reach, componentId: string): boolean {
  return reaches(reach, componentId)
}

/** The people an actor may read. */
export function visiblePeople(reach: Reach): Prisma.PersonWhereInput {
  if (reach.extent === 'SYSTEM' || reach.extent === 'DEPARTMENT') return {}
  const self = reach.personId === null ? [] : [reach.personId]
  return { OR: [{ id: { in: self } }, { componentId: { in: [...reach.componentIds] } }] }
}

/** The audit entries an actor may read: the own components' chains, or all. */
export function visibleAudit(reach: Reach): Prisma.AuditEntryWhereInput {
  return reach.extent === 'SYSTEM' || reach.extent === 'DEPARTMENT'
    ? {}
    : { chainId: { in: [...reach.componentIds] } }
}

/** The findings an actor may read: the own components', what they have to put right themselves, or all. */
export function visibleFindings({ extent, componentIds, personId }: Reach): Prisma.FindingWhereInput {
  if (extent === 'SYSTEM' || extent === 'DEPARTMENT') return {}
  const own = { componentId: { in: [...componentIds] } }
  return personId === null ? own : { OR: [own, { actions: { some: { ownerId: personId } } }] }
}

/** The corrective actions an actor may read: the own components', those they own themselves, or all. */
export function visibleCorrectiveActions({
  extent,
  componentIds,
  personId,
}: Reach): Prisma.CorrectiveActionWhereInput {
  if (extent === 'SYSTEM' || extent === 'DEPARTMENT') return {}
  const self = personId === null ? [] : [personId]
  return { OR: [{ componentId: { in: [...componentIds] } }, { ownerId: { in: self } }] }
}

/** Imports are the department's business alone. */
export function mayReadImports(reach: Reach): boolean {
  return reach.extent === 'SYSTEM' || reach.extent === 'DEPARTMENT'
}

/** The delegations an actor may read: the own ones, those for the own components, or all. */
export function visibleDelegations({ extent, componentIds, personId }: Reach): Prisma.DelegationWhereInput {
  if (extent === 'SYSTEM' || extent === 'DEPARTMENT') return {}
  const self = personId === null ? [] : [personId]
  return {
    OR: [
      { delegatorId: { in: self } },
      { delegateId: { in: self } },
      { componentId: { in: [...componentIds] } },
      { officeId: { in: [...componentIds] } },
    ],
  }
}

/** The exceptions an actor may read: those for the own components and for platforms as a whole, or all. */
export function visibleExceptions({ extent, componentIds }: Reach): Prisma.ExceptionWhereInput {
  if (extent === 'SYSTEM' || extent === 'DEPARTMENT') return {}
  if (extent !== 'COMPONENT') return { id: { in: [] } }
  return { OR: [{ componentId: { in: [...componentIds] } }, { componentId: null }] }
}

/** The records of access an actor may read: the own ones, those of the own components, or all. */
export function visibleAccess({ extent, componentIds, personId }: Reach): Prisma.AccessGrantWhereInput {
  if (extent === 'SYSTEM' || extent === 'DEPARTMENT') return {}
  const self = personId === null ? [] : [personId]
  return { OR: [{ personId: { in: self } }, { componentId: { in: [...componentIds] } }] }
}

/** What was asked of the Chief Privacy Officer and an actor may read: the own questions, those of the own components, or all. */
export function visiblePrivacyApprovals({
  extent,
  componentIds,
  personId,
}: Reach): Prisma.PrivacyApprovalWhereInput {
  if (extent === 'SYSTEM' || extent === 'DEPARTMENT') return {}
  const self = personId === null ? [] : [personId]
  return { OR: [{ requestedById: { in: self } }, { componentId: { in: [...componentIds] } }] }
}

/** The times that run against accounts an actor may read: those of the own components, or all. */
export function visibleTimers(reach: Reach): Prisma.AccountTimerWhereInput {
  return reach.extent === 'SYSTEM' || reach.extent === 'DEPARTMENT'
    ? {}
    : { account: { componentId: { in: [...reach.componentIds] } } }
}

/** The incidents an actor may read: those they reported, those of the own components, or all. */
export function visibleIncidents({ extent, componentIds, personId }: Reach): Prisma.IncidentWhereInput {
  if (extent === 'SYSTEM' || extent === 'DEPARTMENT') return {}
  const self = personId === null ? [] : [personId]
  return { OR: [{ reportedById: { in: self } }, { componentId: { in: [...componentIds] } }] }
}

/** The acts of moderation an actor may read: those of the own components, or all (IV.D.3). */
export function visibleModeration({ extent, componentIds }: Reach): Prisma.ModerationActionWhereInput {
  if (extent === 'SYSTEM' || extent === 'DEPARTMENT') return {}
  return { componentId: { in: [...componentIds] } }
}

/** The discovered accounts an actor may read: those of the own components, or all (V.B.8). */
export function visibleDiscoveredAccounts({
  extent,
  componentIds,
}: Reach): Prisma.DiscoveredAccountWhereInput {
  if (extent === 'SYSTEM' || extent === 'DEPARTMENT') return {}
  return { componentId: { in: [...componentIds] } }
}

/** Publications and why they failed are the department's business; the public status says what anybody may know. */
export function mayReadPublications(reach: Reach): boolean {
  return reach.extent === 'SYSTEM' || reach.extent === 'DEPARTMENT'
}

/** The views of lists an actor opens: the own ones, those of every component a role is held for, and everybody's. */
export function visibleViews(actor: Actor): Prisma.SavedViewWhereInput {
  const ownerId = personIdOf(actor)
  if (ownerId === null || !('roles' in actor)) return { id: { in: [] } }
  const componentId = { in: actor.roles.flatMap(({ componentIds }) => componentIds) }
  return { OR: [{ scope: 'PERSON', ownerId }, { scope: 'COMPONENT', componentId }, { scope: 'DEPARTMENT' }] }
}

/** The certifications an actor may read: those that ask something of the own components, or all (IV.E.3). */
export function visibleCertifications({ extent, componentIds }: Reach): Prisma.CertificationWhereInput {
  return extent === 'SYSTEM' || extent === 'DEPARTMENT'
    ? {}
    : { parts: { some: { componentId: { in: [...componentIds] } } } }
}

/** The parts and answers of certifications an actor may read: the own components', or all (IV.E.3). */
export function visibleCertificationParts({ extent, componentIds }: Reach): {
  readonly componentId?: { in: string[] }
} {
  return extent === 'SYSTEM' || extent === 'DEPARTMENT' ? {} : { componentId: { in: [...componentIds] } }
}

/** What an actor was told: one's own, and nobody else's. */
export function visibleNotifications({ personId }: Reach): Prisma.NotificationWhereInput {
  return personId === null ? { id: { in: [] } } : { personId }
}

/** Whether mail goes out is the department's business, as publications are. */
export function mayReadOutages(reach: Reach): boolean {
  return reach.extent === 'SYSTEM' || reach.extent === 'DEPARTMENT'
}

/** Whose completions of training an actor may read: the own, the own components' people's, or everybody's. */
export function visibleTraining(reach: Reach): Prisma.TrainingCompletionWhereInput {
  return { person: visiblePeople(reach) }
}

/** What components wrote, their processes and policies: read in the own components, and by the department's offices. */
export function visibleComponentDocuments({ extent, componentIds }: Reach): {
  readonly componentId?: { readonly in: string[] }
} {
  return extent === 'SYSTEM' || extent === 'DEPARTMENT' ? {} : { componentId: { in: [...componentIds] } }
}

/** The risks an actor may read: the own components', what they have to do something about themselves, or all. */
export function visibleRisks({ extent, componentIds, personId }: Reach): Prisma.RiskWhereInput {
  if (extent === 'SYSTEM' || extent === 'DEPARTMENT') return {}
  const own = { componentId: { in: [...componentIds] } }
  return personId === null ? own : { OR: [own, { mitigations: { some: { ownerId: personId } } }] }
}

/** The mitigations of risks an actor may read: the own components', those they own themselves, or all. */
export function visibleRiskMitigations({
  extent,
  componentIds,
  personId,
}: Reach): Prisma.RiskMitigationWhereInput {
  if (extent === 'SYSTEM' || extent === 'DEPARTMENT') return {}
  const self = personId === null ? [] : [personId]
  return { OR: [{ componentId: { in: [...componentIds] } }, { ownerId: { in: self } }] }
}
