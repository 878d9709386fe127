import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { Role } from '@official-accounts/domain/access/roles'
import { recordQueue } from './record-queue.ts'
import type { QueueColumns, WorkQueue } from './work-queue.ts'

/** Accounts against which a time runs: whose turn it is, why, and what ends it. */
interface TimerQueue {
  readonly kind: string
  readonly title: string
  readonly roles: readonly Role[]
  readonly reason: string
  readonly action: string
  readonly where: Prisma.AccountTimerWhereInput
}

const TIMER_QUEUES: readonly TimerQueue[] = [
  {
    kind: 'VACANCY_WARNING',
    title: 'Accounts to be suspended without a contact',
    roles: ['COMPONENT_DIRECTOR', 'OPA'],
    reason: 'Nobody answers for the account, and it is suspended on this day: name somebody (V.B.5).',
    action: 'assignPrimaryContact',
    where: { kind: 'VACANCY', firstWarnedAt: { not: null } },
  },
  {
    kind: 'ATTESTATION',
    title: 'Security to attest',
    roles: ['ACCOUNT_MANAGER'],
    reason: 'Its security is not attested in time; on this day the account is suspended (IV.B.3).',
    action: 'attestAccountSecurityPolicy',
    where: { kind: 'ATTESTATION' },
  },
  {
    kind: 'ATTESTATION_WARNING',
    title: 'Accounts to be suspended without an attestation',
    roles: ['COMPONENT_DIRECTOR', 'CIO'],
    reason: 'Nobody has attested its security, and it is suspended on this day (IV.B.3).',
    action: 'attestAccountSecurityPolicy',
    where: { kind: 'ATTESTATION', firstWarnedAt: { not: null } },
  },
]

// Every timer has its end: nothing in the queues is without one.
const COLUMNS: QueueColumns<Prisma.AccountTimerWhereInput> = {
  alwaysDue: true,
  dueOn: ({ equals, ...is }) =>
    equals === null ? NONE : { dueAt: { ...is, ...(equals ? { equals } : {}) } },
  since: (startedAt) => ({ startedAt }),
  id: (accountId) => ({ accountId }),
}

const NONE: Prisma.AccountTimerWhereInput = { id: { in: [] } }

/** The queues of accounts against which a time runs. */
export const timerQueues: readonly WorkQueue[] = TIMER_QUEUES.map(timerQueue)

function timerQueue({ kind, title, roles, reason, action, where }: TimerQueue): WorkQueue {
  return recordQueue<Prisma.AccountTimerWhereInput>({
    kind,
    title,
    owners: roles,
    due: 'INSTANT',
    columns: COLUMNS,
    where: () => ({ AND: [where, { endedAt: null }] }),
    within: (componentIds) => ({ account: { componentId: { in: componentIds } } }),
    count: ({ accountTimer }, which) => accountTimer.count({ where: { AND: [which] } }),
    async oldest({ accountTimer }, which) {
      const first = await accountTimer.findFirst({
        where: { AND: [which] },
        orderBy: { startedAt: 'asc' },
        select: { startedAt: true },
      })
      return first?.startedAt ?? null
    },
    async page({ accountTimer }, which, take) {
      const rows = await accountTimer.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [which] },
        orderBy: [{ dueAt: 'asc' }, { startedAt: 'asc' }, { accountId: 'asc' }],
        take,
        select: SHOWN,
      })
      return rows.map(({ account, dueAt, startedAt }) => ({
        subjectType: 'Account',
        subjectId: account.id,
        title: account.title,
        detail: `${account.platform.name}: ${account.handle}`,
        componentCode: account.component.code,
        reason,
        action,
        since: startedAt,
        dueOn: dueAt,
      }))
    },
  })
}

const SHOWN = {
  dueAt: true,
  startedAt: true,
  account: {
    select: {
      id: true,
      title: true,
      handle: true,
      platform: { select: { name: true } },
      component: { select: { code: true } },
    },
  },
} as const satisfies Prisma.AccountTimerSelect
