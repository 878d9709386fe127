import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { Role } from '@official-accounts/domain/access/roles'
import { recordQueue } from './record-queue.ts'
import type { QueueColumns, WorkQueue } from './work-queue.ts'

interface IncidentQueue {
  readonly kind: string
  readonly title: string
  readonly owners: readonly Role[]
  readonly reason: string
  readonly action: string
  readonly where: Prisma.IncidentWhereInput
}

const QUEUES: readonly IncidentQueue[] = [
  {
    kind: 'COMPROMISE',
    title: 'Compromised accounts to contain',
    owners: ['COMPONENT_DIRECTOR', 'CIO', 'OPA', 'ASPA'],
    reason: 'Somebody reports that others got hold of the account.',
    action: 'containIncident',
    where: { kind: 'COMPROMISE', state: 'REPORTED' },
  },
  {
    kind: 'RECOVERY',
    title: 'Recoveries under way',
    owners: ['COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER'],
    reason: 'An account was compromised: audit the component’s accounts and go on with the recovery.',
    action: 'recordRecoveryStep',
    where: { state: 'CONTAINED' },
  },
  {
    kind: 'IMPERSONATION',
    title: 'Impostors to settle',
    owners: ['OPA'],
    reason: 'Somebody reports an impostor: report it to the platform, then settle it.',
    action: 'resolveIncident',
    where: { kind: 'IMPERSONATION', state: 'REPORTED' },
  },
]

const COLUMNS: QueueColumns<Prisma.IncidentWhereInput> = {
  dueOn: null,
  since: (reportedAt) => ({ reportedAt }),
  id: (id) => ({ id }),
}

/** Incidents that wait for somebody, oldest first (IV.A.5). */
export const incidentQueues: readonly WorkQueue[] = QUEUES.map(
  ({ kind, title, owners, reason, action, where }) =>
    recordQueue<Prisma.IncidentWhereInput>({
      kind,
      title,
      owners,
      due: 'NONE',
      columns: COLUMNS,
      where: () => where,
      within: (componentIds) => ({ componentId: { in: componentIds } }),
      count: ({ incident }, which) => incident.count({ where: { AND: [which] } }),
      async oldest({ incident }, which) {
        const first = await incident.findFirst({
          where: { AND: [which] },
          orderBy: { reportedAt: 'asc' },
          select: { reportedAt: true },
        })
        return first?.reportedAt ?? null
      },
      async page({ incident }, which, take) {
        const rows = await incident.findMany({
          relationLoadStrategy: 'join',
          where: { AND: [which] },
          orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
          take,
          select: SHOWN,
        })
        return rows.map(({ id, address, reportedAt, account, component }) => ({
          subjectType: 'Incident',
          subjectId: id,
          title: address ?? account?.title ?? 'An account',
          componentCode: component?.code ?? null,
          reason,
          action,
          since: reportedAt,
          dueOn: null,
        }))
      },
    }),
)

const SHOWN = {
  id: true,
  address: true,
  reportedAt: true,
  account: { select: { title: true } },
  component: { select: { code: true } },
} as const satisfies Prisma.IncidentSelect
