import { isLive } from '@official-accounts/domain/account/account'
import { codesOf } from '@official-accounts/domain/compliance/checks'
import type {
  AccountSubject,
  ComponentSubject,
  PlatformSubject,
  Subject,
  SubjectKind,
} from '@official-accounts/domain/compliance/compliance'
import type { OpenFinding } from '@official-accounts/domain/compliance/evaluate'
import { covers, type GrantedException } from '@official-accounts/domain/exception/exception'
import type { Prisma } from '../generated/client/client.ts'
import type { Tx } from '../transaction.ts'
import { toAccountPlatform } from './account-facts.ts'
import { grantedExceptionSelect, toGrantedException } from './exception-facts.ts'

/** What reads for an evaluation: a transaction, or the client outside of one. */
export type ComplianceReader = Pick<
  Tx,
  'account' | 'platform' | 'component' | 'roleGrant' | 'exception' | 'finding' | 'certificationPart'
>

/** A subject and the findings of its checks that are open on it. */
export interface EvaluatedSubject {
  readonly subject: Subject
  readonly open: readonly OpenFinding[]
}

/** Which subjects: all of one kind by their ids. */
export interface SubjectIds {
  readonly kind: SubjectKind
  readonly ids: readonly string[]
}

/** Reads subjects of one kind with what is open on each: a fixed number of statements, however many they are. */
export async function readEvaluated(
  reader: ComplianceReader,
  { kind, ids }: SubjectIds,
): Promise<readonly EvaluatedSubject[]> {
  const granted = await readGranted(reader)
  const subjects = await readSubjects(reader, { kind, ids }, granted)
  const open = await readOpen(reader, { kind, ids })
  return subjects.map((subject) => ({ subject, open: open.get(subject.id) ?? [] }))
}

function readSubjects(
  reader: ComplianceReader,
  { kind, ids }: SubjectIds,
  granted: readonly GrantedException[],
): Promise<readonly Subject[]> {
  const where = { id: { in: [...ids] } }
  switch (kind) {
    case 'ACCOUNT':
      return readAccountSubjects(reader, where, granted)
    case 'PLATFORM':
      return readPlatformSubjects(reader, where, granted)
    case 'COMPONENT':
      return readComponentSubjects(reader, where, granted)
  }
}

/** Every granted exception: few, and each may cover many subjects. */
export async function readGranted({ exception }: ComplianceReader): Promise<readonly GrantedException[]> {
  const rows = await exception.findMany({ where: { state: 'GRANTED' }, select: grantedExceptionSelect })
  return rows.map(toGrantedException)
}

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
  purpose: true,
  commentPolicyUrl: true,
  privacyNoticeUrl: true,
  recordsCaptureMethod: true,
  observedStatus: true,
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
    select: { personId: true, role: true, person: { select: { state: true } } },
  },
} satisfies Prisma.AccountSelect

/** Reads accounts as the checks look at them. */
export async function readAccountSubjects(
  { account }: ComplianceReader,
  where: Prisma.AccountWhereInput,
  granted: readonly GrantedException[],
): Promise<readonly AccountSubject[]> {
  const rows = await account.findMany({ where, select: accountSubjectSelect, orderBy: { id: 'asc' } })
  return rows.map(({ migrationId, claimedAt, platform, contacts, ...row }) => {
    const place = { accountId: row.id, componentId: row.componentId, platformId: platform.id }
    return {
      kind: 'ACCOUNT',
      ...row,
      imported: migrationId !== null,
      claimed: claimedAt !== null,
      platform: toAccountPlatform(platform),
      contacts: contacts.map(({ personId, role, person }) => ({
        personId,
        role,
        personActive: person.state === 'ACTIVE',
      })),
      exceptions: granted.filter((exception) => covers(exception, place)),
    }
  })
}

/** Reads platforms as the checks look at them; none where the department itself is not on record yet. */
async function readPlatformSubjects(
  { platform, component }: ComplianceReader,
  where: Prisma.PlatformWhereInput,
  granted: readonly GrantedException[],
): Promise<readonly PlatformSubject[]> {
  const department = await component.findFirst({
    where: { kind: 'DEPARTMENT' },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  if (department === null) return []
  const reviews = { select: { kind: true, outcome: true, expiresOn: true } } as const
  const select = { id: true, name: true, state: true, reviews }
  const rows = await platform.findMany({ where, select, orderBy: { id: 'asc' } })
  return rows.map((row) => ({
    kind: 'PLATFORM',
    ...row,
    componentId: department.id,
    exceptions: granted.filter(
      ({ accountId, componentId, platformId }) =>
        accountId === null && componentId === null && platformId === row.id,
    ),
  }))
}

async function readComponentSubjects(
  { component, account, roleGrant, certificationPart }: ComplianceReader,
  where: Prisma.ComponentWhereInput,
  granted: readonly GrantedException[],
): Promise<readonly ComponentSubject[]> {
  const rows = await component.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })
  const componentId = { in: rows.map(({ id }) => id) }
  const accounts = await account.groupBy({
    by: ['componentId', 'state'],
    where: { componentId },
    _count: true,
  })
  const directors = await roleGrant.findMany({
    where: { componentId, role: 'COMPONENT_DIRECTOR', revokedAt: null, person: { state: 'ACTIVE' } },
    select: { componentId: true, validFrom: true, validUntil: true },
  })
  const asked = await certificationPart.findMany({
    relationLoadStrategy: 'join',
    where: { componentId, OR: [{ overdueSince: { not: null } }, { certifiedAt: { not: null } }] },
    select: askedSelect,
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id }) => ({
    kind: 'COMPONENT',
    id,
    componentId: id,
    liveAccounts: sum(accounts.filter((group) => group.componentId === id && isLive(group.state))),
    directors: directors.filter((held) => held.componentId === id),
    unanswered: unansweredOf(asked.filter((part) => part.componentId === id)),
    exceptions: granted.filter(
      (exception) =>
        exception.accountId === null && exception.platformId === null && exception.componentId === id,
    ),
  }))
}

const askedSelect = {
  componentId: true,
  state: true,
  overdueSince: true,
  certifiedAt: true,
  certification: { select: { name: true, state: true } },
} satisfies Prisma.CertificationPartSelect

type AskedPart = Prisma.CertificationPartGetPayload<{ select: typeof askedSelect }>

// What is closed cannot be certified any more: it counts until the component certifies again.
function unansweredOf(parts: readonly AskedPart[]): readonly string[] {
  const certified = Math.max(0, ...parts.map(({ certifiedAt }) => certifiedAt?.getTime() ?? 0))
  return parts.flatMap(({ state, overdueSince, certification }) => {
    if (state === 'CERTIFIED' || overdueSince === null) return []
    return certification.state === 'OPEN' || overdueSince.getTime() > certified ? [certification.name] : []
  })
}

function sum(groups: readonly { readonly _count: number }[]): number {
  return groups.reduce((total, { _count }) => total + _count, 0)
}

async function readOpen(
  { finding }: ComplianceReader,
  { kind, ids }: SubjectIds,
): Promise<ReadonlyMap<string, readonly OpenFinding[]>> {
  const rows = await finding.findMany({
    where: {
      state: 'OPEN',
      origin: 'AUTOMATIC',
      code: { in: [...codesOf(kind)] },
      ...ofSubjects({ kind, ids }),
    },
    select: {
      id: true,
      code: true,
      clause: true,
      severity: true,
      detail: true,
      componentId: true,
      accountId: true,
      platformId: true,
      version: true,
    },
  })
  return Map.groupBy(rows, (row) => row.accountId ?? row.platformId ?? row.componentId)
}

function ofSubjects({ kind, ids }: SubjectIds): Prisma.FindingWhereInput {
  const among = { in: [...ids] }
  switch (kind) {
    case 'ACCOUNT':
      return { accountId: among }
    case 'PLATFORM':
      return { platformId: among }
    case 'COMPONENT':
      return { componentId: among, accountId: null, platformId: null }
  }
}
