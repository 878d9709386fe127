import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { KnownActor } from '@official-accounts/domain/access/actor'
import { mayEver } from '@official-accounts/domain/access/authorize'
import { ROLES } from '@official-accounts/domain/access/roles'
import { dayOf } from '@official-accounts/domain/corrective-action/corrective-action'
import { afterPlace, type QueueColumns, type WorkQueue } from './work-queue.ts'

/** Corrective actions that wait for somebody (IV.A.5). */
interface ActionQueue {
  readonly kind: string
  readonly title: string
  readonly reason: string
  readonly action: string
  /** Which ones wait for this actor; null where none ever do. */
  readonly where: (actor: KnownActor, now: Date) => Prisma.CorrectiveActionWhereInput | null
}

const TO_DO: Prisma.CorrectiveActionWhereInput = { state: { in: ['ASSIGNED', 'RETURNED'] } }

const QUEUES: readonly ActionQueue[] = [
  {
    kind: 'CORRECTIVE_ACTION',
    title: 'Corrective actions to do',
    reason: 'A finding is to be put right by you: do it, and give the evidence.',
    action: 'completeCorrectiveAction',
    where: (actor) => ({ AND: [TO_DO, { OR: [{ ownerId: actor.personId }, ...ownedByRole(actor)] }] }),
  },
  {
    kind: 'EVIDENCE',
    title: 'Evidence to judge',
    reason: 'A corrective action that your office asked for is done: accept the evidence or return it.',
    action: 'acceptCorrectiveAction',
    where: (actor) =>
      mayEver(actor, 'correctiveAction.accept')
        ? {
            state: 'COMPLETED',
            assignedRole: { in: actor.roles.map(({ role }) => role) },
            steps: { none: { kind: 'COMPLETED', personId: actor.personId } },
          }
        : null,
  },
  {
    kind: 'CORRECTIVE_ACTION_OVERDUE',
    title: 'Overdue corrective actions',
    reason: 'A corrective action is not done and its day is over: enforcement is yours (IV.A.5).',
    action: 'assignCorrectiveAction',
    where: ({ roles }, now) =>
      roles.some(({ role }) => role === 'ASPA') ? { AND: [TO_DO, { dueOn: { lt: dayOf(now) } }] } : null,
  },
]

const COLUMNS: QueueColumns<Prisma.CorrectiveActionWhereInput> = {
  dueOn: (dueOn) => ('equals' in dueOn && dueOn.equals === null ? NONE : { dueOn: withoutNull(dueOn) }),
  since: (changedAt) => ({ changedAt }),
  id: (id) => ({ id }),
}
// Every one has a day.
const NONE: Prisma.CorrectiveActionWhereInput = { id: { in: [] } }

function withoutNull({ gt, equals }: { readonly gt?: Date; readonly equals?: Date | null }) {
  return { ...(gt ? { gt } : {}), ...(equals ? { equals } : {}) }
}

/** The queues of corrective actions: to be done, to be judged, and overdue ones for the Assistant Secretary. */
export const correctiveActionQueues: readonly WorkQueue[] = QUEUES.map(actionQueue)

function actionQueue({ kind, title, reason, action, where: waiting }: ActionQueue): WorkQueue {
  return {
    kind,
    title,
    owners: [],
    open(actor, { correctiveAction }, { now }) {
      const mine = waiting(actor, now)
      if (mine === null) return null
      const where: Prisma.CorrectiveActionWhereInput = { AND: [mine, { finding: { state: 'OPEN' } }] }
      return {
        count: () => correctiveAction.count({ where }),
        async page(after, take) {
          const rows = await correctiveAction.findMany({
            relationLoadStrategy: 'join',
            where: { AND: [where, afterPlace(after, kind, COLUMNS)] },
            orderBy: [{ dueOn: 'asc' }, { changedAt: 'asc' }, { id: 'asc' }],
            take,
            select: SHOWN,
          })
          return rows.map((row) => ({
            kind,
            subjectType: 'CorrectiveAction',
            subjectId: row.id,
            title: row.task,
            detail: row.finding.account?.title ?? row.finding.platform?.name ?? row.component.name,
            componentCode: row.component.code,
            reason,
            action,
            since: row.changedAt,
            dueOn: row.dueOn,
          }))
        },
      }
    },
  }
}

const SHOWN = {
  id: true,
  task: true,
  dueOn: true,
  changedAt: true,
  component: { select: { code: true, name: true } },
  finding: {
    select: { account: { select: { title: true } }, platform: { select: { name: true } } },
  },
} as const satisfies Prisma.CorrectiveActionSelect

// A component's role has those of its components, an office all of its own.
function ownedByRole({ roles }: KnownActor): Prisma.CorrectiveActionWhereInput[] {
  return roles.map(({ role, componentIds }) =>
    ROLES[role].scope === 'DEPARTMENT'
      ? { ownerRole: role }
      : { ownerRole: role, componentId: { in: [...componentIds] } },
  )
}
