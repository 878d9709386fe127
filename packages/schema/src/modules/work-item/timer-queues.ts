import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { KnownActor } from '@official-accounts/domain/access/actor'
import { ROLES, type Role } from '@official-accounts/domain/access/roles'
import { afterPlace, type QueueColumns, type WorkQueue } from './work-queue.ts'

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
  {
    kind: 'CLAIM_OVERDUE',
    title: 'Imported accounts nobody claimed',
    roles: ['ASPA', 'OPA'],
    reason: 'The day by which its office was to claim the account has passed (V.B.5).',
    action: 'claimAccount',
    where: { kind: 'CLAIM', escalatedAt: { not: null } },
  },
]

const COLUMNS: QueueColumns<Prisma.AccountTimerWhereInput> = {
  dueOn: (due) => ('equals' in due && due.equals === null ? NONE : { dueAt: due }),
  since: (startedAt) => ({ startedAt }),
  id: (accountId) => ({ accountId }),
}

const NONE: Prisma.AccountTimerWhereInput = { id: { in: [] } }

/** The queues of accounts against which a time runs. */
export const timerQueues: readonly WorkQueue[] = TIMER_QUEUES.map(timerQueue)

function timerQueue(queue: TimerQueue): WorkQueue {
  const { kind, title, reason, action } = queue
  return {
    kind,
    title,
    open(actor, { accountTimer }) {
      const place = timerPlace(actor, queue.roles)
      if (place === null) return null
      const where = { AND: [place, queue.where, { endedAt: null }] }
      return {
        count: () => accountTimer.count({ where }),
        async page(after, take) {
          const rows = await accountTimer.findMany({
            relationLoadStrategy: 'join',
            where: { AND: [where, afterPlace(after, kind, COLUMNS)] },
            orderBy: [{ dueAt: 'asc' }, { startedAt: 'asc' }, { accountId: 'asc' }],
            take,
            select: SHOWN,
          })
          return rows.map(({ account, dueAt, startedAt }) => ({
            kind,
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
      }
    },
  }
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

// Where a queue's accounts lie for this actor; null when none of its roles is held.
function timerPlace(actor: KnownActor, roles: readonly Role[]): Prisma.AccountTimerWhereInput | null {
  const held = actor.roles.filter(({ role }) => roles.includes(role))
  if (held.length === 0) return null
  if (held.some(({ role }) => ROLES[role].scope === 'DEPARTMENT')) return {}
  return { account: { componentId: { in: held.flatMap(({ componentIds }) => [...componentIds]) } } }
}
