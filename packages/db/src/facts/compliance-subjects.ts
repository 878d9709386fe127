import { isLive } from '@official-accounts/domain/account/account'
import type {
  AccountSubject,
  Answerer,
  ComponentSubject,
  OwedCertification,
  PlatformSubject,
} from '@official-accounts/domain/compliance/compliance'
import { covers, type GrantedException } from '@official-accounts/domain/exception/exception'
import type { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { CONTACT_PERSON, toAccountPlatform, toCurrentContact, toNamedAccountFacts } from './account-facts.ts'
import { readConductOf, readLastAttestations, readStandards } from './compliance-standards.ts'
import { lawAnswersSelect } from './law-checklist-facts.ts'
import { readModerationStandings, NO_MODERATION } from './moderation-facts.ts'
import { privacyAnswersSelect } from './privacy-approval-facts.ts'
import { REVIEW_FACTS } from './platform-facts.ts'
import { readOwedRisks, STANDING_RISKS } from './risk-facts.ts'

/** What reads for an evaluation: a transaction, or the client outside of one. */
export type ComplianceReader = Pick<
  Tx,
  | '$queryRaw'
  | 'account'
  | 'platform'
  | 'component'
  | 'roleGrant'
  | 'exception'
  | 'finding'
  | 'reviewRequirement'
  | 'certificationPart'
  | 'risk'
>

const accountSubjectSelect = {
  id: true,
  componentId: true,
  state: true,
  useCategory: true,
  loginModel: true,
  administrators: true,
  officialOutletUrl: true,
  migrationId: true,
  claimedAt: true,
  activatedAt: true,
  createdAt: true,
  handle: true,
  title: true,
  purpose: true,
  namesPersonIn: true,
  privacyApprovals: privacyAnswersSelect,
  commentPolicyUrl: true,
  privacyNoticeUrl: true,
  recordsCaptureMethod: true,
  observedStatus: true,
  lawAnswers: lawAnswersSelect,
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
    where: { endedAt: null },
    select: { personId: true, role: true, person: { select: CONTACT_PERSON } },
  },
} satisfies Prisma.AccountSelect

/** Reads accounts as the checks look at them: a fixed number of statements, however many they are. */
export async function readAccountSubjects(
  reader: ComplianceReader,
  where: Prisma.AccountWhereInput,
  granted: readonly GrantedException[],
): Promise<readonly AccountSubject[]> {
  const rows = await reader.account.findMany({
    where,
    select: accountSubjectSelect,
    orderBy: { id: 'asc' },
    relationLoadStrategy: 'join',
  })
  const standards = await readStandards(reader)
  const attestations = await readLastAttestations(
    reader,
    rows.map(({ id }) => id),
  )
  const moderation = await readModerationStandings(
    reader,
    rows.map(({ id }) => id),
  )
  const conduct = await readConductOf(
    reader,
    rows.flatMap(({ contacts }) => contacts.map(({ personId }) => personId)),
  )
  return rows.map(({ migrationId, claimedAt, activatedAt, createdAt, platform, contacts, ...row }) => {
    const place = { accountId: row.id, componentId: row.componentId, platformId: platform.id }
    const claimed = claimedAt !== null
    return {
      kind: 'ACCOUNT',
      ...row,
      imported: migrationId !== null,
      claimed,
      unclaimed: migrationId !== null && !claimed,
      platform: toAccountPlatform(platform),
      contacts: contacts.map(toCurrentContact),
      names: toNamedAccountFacts(row),
      attested: {
        inUseSince: claimedAt ?? activatedAt ?? createdAt,
        attestation: attestations.get(row.id) ?? null,
      },
      moderation: moderation.get(row.id) ?? NO_MODERATION,
      answerers: contacts.flatMap(({ personId, role }): Answerer[] => {
        const known = conduct.get(personId)
        return known ? [{ role, ...known }] : []
      }),
      standards,
      exceptions: granted.filter((exception) => covers(exception, place)),
    }
  })
}

/** Reads platforms as the checks look at them; none where the department itself is not on record yet. */
export async function readPlatformSubjects(
  { platform, component, account, reviewRequirement }: ComplianceReader,
  where: Prisma.PlatformWhereInput,
  granted: readonly GrantedException[],
): Promise<readonly PlatformSubject[]> {
  const department = await component.findFirst({
    where: { kind: 'DEPARTMENT' },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  if (department === null) return []
  const rows = await platform.findMany({
    where,
    orderBy: { id: 'asc' },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      name: true,
      state: true,
      kind: true,
      risks: STANDING_RISKS,
      reviews: REVIEW_FACTS,
    },
  })
  const requirements = await reviewRequirement.findMany({ select: { kind: true, appliesTo: true } })
  const platformId = { in: rows.map(({ id }) => id) }
  const accounts = await account.groupBy({ by: ['platformId', 'state'], where: { platformId }, _count: true })
  return rows.map(({ kind, ...row }) => {
    const on = accounts.filter((group) => group.platformId === row.id)
    return {
      kind: 'PLATFORM',
      ...row,
      componentId: department.id,
      needed: requirements.filter(({ appliesTo }) => appliesTo.includes(kind)).map((one) => one.kind),
      accounts: sum(on),
      liveAccounts: sum(on.filter(({ state }) => isLive(state))),
      exceptions: granted.filter(
        (exception) =>
          exception.accountId === null && exception.componentId === null && exception.platformId === row.id,
      ),
    }
  })
}

/** Reads components as the checks look at them: a fixed number of statements. */
export async function readComponentSubjects(
  reader: ComplianceReader,
  where: Prisma.ComponentWhereInput,
  granted: readonly GrantedException[],
): Promise<readonly ComponentSubject[]> {
  const { component, account, roleGrant, certificationPart } = reader
  const rows = await component.findMany({
    where,
    orderBy: { id: 'asc' },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      kind: true,
      publishingProcesses: {
        where: { state: 'PUBLISHED' },
        orderBy: { number: 'desc' },
        select: { state: true, reviewedAt: true },
      },
      policies: { orderBy: { number: 'desc' }, select: { state: true } },
    },
  })
  const standards = await readStandards(reader)
  const componentId = { in: rows.map(({ id }) => id) }
  const accounts = await account.groupBy({
    by: ['componentId', 'state'],
    where: { componentId },
    _count: true,
  })
  const directors = await roleGrant.findMany({
    where: { componentId, role: 'COMPONENT_DIRECTOR', revokedAt: null, person: { state: 'ACTIVE' } },
    select: { componentId: true, personId: true, role: true, validFrom: true, validUntil: true },
  })
  const conduct = await readConductOf(
    reader,
    directors.map(({ personId }) => personId),
  )
  const parts = await certificationPart.findMany({
    where: { componentId },
    relationLoadStrategy: 'join',
    select: {
      componentId: true,
      state: true,
      overdueSince: true,
      certifiedAt: true,
      certification: { select: { name: true, state: true, openedAt: true } },
    },
  })
  const owed = await readOwedRisks(reader, rows)
  return rows.map(({ id, kind, publishingProcesses, policies }) => ({
    kind: 'COMPONENT',
    id,
    componentId: id,
    isDepartment: kind === 'DEPARTMENT',
    liveAccounts: sum(accounts.filter((group) => group.componentId === id && isLive(group.state))),
    directors: directors
      .filter((held) => held.componentId === id)
      .map((held) => ({ ...held, acknowledged: conduct.get(held.personId)?.acknowledged ?? [] })),
    process: publishingProcesses[0] ?? null,
    policyStates: policies.map(({ state }) => state),
    certifications: parts.filter((part) => part.componentId === id).map(toOwed),
    ...owed(id),
    standards,
    exceptions: granted.filter(
      (exception) =>
        exception.accountId === null && exception.platformId === null && exception.componentId === id,
    ),
  }))
}

type PartRow = Omit<OwedCertification, 'name' | 'openedAt' | 'certificationState'> & {
  readonly certification: {
    readonly name: string
    readonly state: OwedCertification['certificationState']
    readonly openedAt: Date
  }
}

function toOwed({ state, overdueSince, certifiedAt, certification }: PartRow): OwedCertification {
  const { name, openedAt, state: certificationState } = certification
  return { name, openedAt, certificationState, state, overdueSince, certifiedAt }
}

function sum(groups: readonly { readonly _count: number }[]): number {
  return groups.reduce((total, { _count }) => total + _count, 0)
}
