import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { KnownActor } from '@official-accounts/domain/access/actor'
import type { Role } from '@official-accounts/domain/access/roles'
import { afterPlace, type QueueColumns, type WorkQueue } from './work-queue.ts'

interface IncidentQueue {
  readonly kind: string
  readonly title: string
  readonly offices: readonly Role[]
  readonly componentRoles: readonly Role[]
  readonly reason: string
  readonly action: string
  readonly where: Prisma.IncidentWhereInput
}

const QUEUES: readonly IncidentQueue[] = [
  {
    kind: 'COMPROMISE',
    title: 'Compromised accounts to contain',
    offices: ['ASPA', 'OPA', 'CIO'],
    componentRoles: ['COMPONENT_DIRECTOR'],
    reason: 'Somebody reports that others got hold of the account.',
    action: 'containIncident',
    where: { kind: 'COMPROMISE', state: 'REPORTED' },
  },
  {
    kind: 'RECOVERY',
    title: 'Recoveries under way',
    offices: [],
    componentRoles: ['COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER'],
    reason: 'An account was compromised: audit the component’s accounts and go on with the recovery.',
    action: 'recordRecoveryStep',
    where: { state: 'CONTAINED' },
  },
  {
    kind: 'IMPERSONATION',
    title: 'Impostors to settle',
    offices: ['OPA'],
    componentRoles: [],
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
export const incidentQueues: readonly WorkQueue[] = QUEUES.map((queue) => {
  const { kind, title, reason, action } = queue
  return {
    kind,
    title,
    open(actor, { incident }) {
      const place = placeOf(actor, queue)
      if (place === null) return null
      const where = { AND: [place, queue.where] }
      return {
        count: () => incident.count({ where }),
        async page(after, take) {
          const rows = await incident.findMany({
            relationLoadStrategy: 'join',
            where: { AND: [where, afterPlace(after, kind, COLUMNS)] },
            orderBy: [{ reportedAt: 'asc' }, { id: 'asc' }],
            take,
            select: SHOWN,
          })
          return rows.map(({ id, address, reportedAt, account, component }) => ({
            kind,
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
      }
    },
  }
})

const SHOWN = {
  id: true,
  address: true,
  reportedAt: true,
  account: { select: { title: true } },
  component: { select: { code: true } },
} as const satisfies Prisma.IncidentSelect

function placeOf(
  { roles }: KnownActor,
  { offices, componentRoles }: IncidentQueue,
): Prisma.IncidentWhereInput | null {
  if (roles.some(({ role }) => offices.includes(role))) return {}
  const held = roles.filter(({ role }) => componentRoles.includes(role))
  return held.length === 0
    ? null
    : { componentId: { in: held.flatMap(({ componentIds }) => [...componentIds]) } }
}
