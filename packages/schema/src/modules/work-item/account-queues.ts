import { vacantAt } from '@official-accounts/db/facts/vacancy'
import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { AccountAction } from '@official-accounts/domain/account/account-machine'
import type { Role } from '@official-accounts/domain/access/roles'
import { recordQueue } from './record-queue.ts'
import type { WorkQueue } from './work-queue.ts'

/** Accounts that wait for somebody: whose turn it is, why, and the next action. */
interface AccountQueue {
  readonly kind: string
  readonly title: string
  readonly roles: readonly Role[]
  readonly reason: string
  readonly action: AccountAction
  /** What waits, or what waits at an instant. */
  readonly where: Prisma.AccountWhereInput | ((now: Date) => Prisma.AccountWhereInput)
  /** Whether its accounts wait until their claim-by date. */
  readonly dated?: true
  readonly staysWithOwners?: true
}

const STAFF = ['ACCOUNT_MANAGER', 'COMPONENT_DIRECTOR'] as const

const ACCOUNT_QUEUES: readonly AccountQueue[] = [
  {
    kind: 'PLATFORM_REVIEW',
    title: 'Accounts on a suspended platform',
    roles: ['ASPA', 'OPA'],
    reason: 'Its platform is suspended or prohibited: decide what becomes of the account.',
    action: 'suspendAccount',
    where: { platformReviewSince: { not: null }, state: 'ACTIVE' },
  },
  {
    kind: 'ENDORSEMENT',
    title: 'Requests to endorse',
    roles: ['COMPONENT_DIRECTOR'],
    reason: 'A request waits for your endorsement.',
    action: 'endorseAccount',
    where: { state: 'REQUESTED' },
  },
  {
    kind: 'SECURITY_ATTESTATION',
    title: 'Requests to attest',
    roles: ['CIO'],
    reason: 'An endorsed request waits for your attestation of its security (IV.B.3).',
    action: 'attestAccountSecurity',
    where: { state: 'ENDORSED', securityAttestation: null },
  },
  {
    kind: 'CIVIL_RIGHTS_ADVICE',
    title: 'Requests to advise on',
    roles: ['CRCL_OFFICER'],
    reason: 'The risk screen of an endorsed request asks for your advice (IV.D.1).',
    action: 'recordAccountAdvice',
    where: { state: 'ENDORSED', civilRightsAdvice: null, riskKeys: { isEmpty: false } },
  },
  {
    kind: 'NOT_ATTESTED',
    title: 'Requests not attested',
    roles: ['OPA'],
    reason: 'The Chief Information Officer does not attest its security: send it back or deny it.',
    action: 'returnAccountRequest',
    where: { state: 'ENDORSED', securityAttestation: 'NOT_ATTESTED' },
  },
  {
    kind: 'PERMISSION',
    title: 'Requests to permit',
    roles: ['OPA'],
    reason: 'An endorsed request waits for Public Affairs’ permission.',
    action: 'permitAccount',
    where: { state: 'ENDORSED', permittedById: null },
  },
  {
    kind: 'APPROVAL',
    title: 'Requests to approve',
    roles: ['ASPA'],
    reason: 'A permitted request, attested and advised on as it needs, waits for your approval.',
    action: 'approveAccount',
    where: {
      state: 'ENDORSED',
      permittedById: { not: null },
      securityAttestation: 'ATTESTED',
      OR: [{ riskKeys: { isEmpty: true } }, { civilRightsAdvice: { not: null } }],
    },
  },
  {
    kind: 'REWORK',
    title: 'Requests to rework',
    roles: STAFF,
    reason: 'A request came back: rework it or take it back.',
    action: 'resubmitAccountRequest',
    where: { state: 'CHANGES_REQUESTED' },
  },
  {
    kind: 'ACTIVATION',
    title: 'Accounts to activate',
    roles: STAFF,
    reason: 'An approved account waits for its primary contact and activation.',
    action: 'activateAccount',
    where: { state: 'APPROVED' },
  },
  {
    kind: 'CLAIM',
    title: 'Accounts to claim',
    roles: STAFF,
    reason: 'An imported account waits for its office to claim it.',
    action: 'claimAccount',
    where: { migrationId: { not: null }, claimedAt: null, state: 'ACTIVE' },
    dated: true,
    // Overdue claims go up by component.
    staysWithOwners: true,
  },
  {
    kind: 'VACANCY',
    title: 'Accounts without a contact',
    roles: ['COMPONENT_DIRECTOR'],
    reason: 'Nobody answers for the account: name a primary contact.',
    action: 'assignPrimaryContact',
    where: (now) => ({ AND: [{ OR: [{ migrationId: null }, { claimedAt: { not: null } }] }, vacantAt(now)] }),
  },
  {
    kind: 'DEACTIVATION',
    title: 'Deactivations to confirm',
    roles: STAFF,
    reason: 'The account is ending: confirm that it is gone from the platform.',
    action: 'confirmDeactivation',
    where: { state: 'RETIRING', confirmations: { none: { kind: 'DEACTIVATION' } } },
  },
  {
    kind: 'ARCHIVE',
    title: 'Archives to confirm',
    roles: ['RECORDS_OFFICER'],
    reason: 'The account is ending: confirm that its records are archived.',
    action: 'confirmArchive',
    where: { state: 'RETIRING', confirmations: { none: { kind: 'ARCHIVE' } } },
  },
]

/** The queues of accounts, in the order in which they are worked off. */
export const accountQueues: readonly WorkQueue[] = ACCOUNT_QUEUES.map(accountQueue)

function accountQueue(queue: AccountQueue): WorkQueue {
  const { kind, title, roles, reason, action, where, dated, staysWithOwners } = queue
  return recordQueue<Prisma.AccountWhereInput>({
    kind,
    title,
    owners: roles,
    ...(staysWithOwners ? { staysWithOwners } : {}),
    due: dated ? 'DATE' : 'NONE',
    columns: {
      dueOn: dated ? (claimBy) => ({ claimBy }) : null,
      since: (changedAt) => ({ changedAt }),
      id: (id) => ({ id }),
    },
    where: ({ now }) => (typeof where === 'function' ? where(now) : where),
    within: (componentIds) => ({ componentId: { in: componentIds } }),
    count: ({ account }, which) => account.count({ where: { AND: [which] } }),
    async oldest({ account }, which) {
      const { _min: first } = await account.aggregate({ where: { AND: [which] }, _min: { changedAt: true } })
      return first.changedAt
    },
    async page({ account }, which, take) {
      const rows = await account.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [which] },
        orderBy: [
          ...(dated ? [{ claimBy: { sort: 'asc', nulls: 'last' } } as const] : []),
          { changedAt: 'asc' },
          { id: 'asc' },
        ],
        take,
        select: SHOWN,
      })
      return rows.map(({ id, title: name, handle, platform, claimBy, changedAt, component }) => ({
        subjectType: 'Account',
        subjectId: id,
        title: name,
        detail: `${platform.name}: ${handle}`,
        componentCode: component.code,
        reason,
        action,
        since: changedAt,
        dueOn: dated ? claimBy : null,
      }))
    },
  })
}

const SHOWN = {
  id: true,
  title: true,
  handle: true,
  platform: { select: { name: true } },
  claimBy: true,
  changedAt: true,
  component: { select: { code: true } },
} as const satisfies Prisma.AccountSelect
