import type { Prisma } from '@official-accounts/db/generated/client/client'
import { permissionRule } from '@official-accounts/domain/access/permissions'
import { ROLE_NAMES } from '@official-accounts/domain/access/roles'
import { recordQueue, type OwnerGroup, type RecordQueue } from './record-queue.ts'
import type { QueueColumns, WorkQueue } from './work-queue.ts'

type Where = Prisma.CorrectiveActionWhereInput

// Every one has a day.
const NONE: Where = { id: { in: [] } }
const COLUMNS: QueueColumns<Where> = {
  dueOn: ({ gt, lt, equals }) =>
    equals === null
      ? NONE
      : { dueOn: { ...(gt ? { gt } : {}), ...(lt ? { lt } : {}), ...(equals ? { equals } : {}) } },
  since: (changedAt) => ({ changedAt }),
  id: (id) => ({ id }),
}

const OF_OPEN: Where = { finding: { state: 'OPEN' } }

const reads: Pick<RecordQueue<Where>, 'within' | 'count' | 'oldest'> = {
  within: (componentIds) => ({ componentId: { in: componentIds } }),
  count: ({ correctiveAction }, which) => correctiveAction.count({ where: { AND: [which] } }),
  async oldest({ correctiveAction }, which) {
    const { _min: first } = await correctiveAction.aggregate({
      where: { AND: [which] },
      _min: { changedAt: true },
    })
    return first.changedAt
  },
}

// A person who is named answers as a manager does: what is overdue goes to the component's director first.
const NAMED: OwnerGroup<Where> = { owners: ['ACCOUNT_MANAGER'], where: { ownerRole: null }, named: true }

/** What has to be put right, by an office, a role in a component, or somebody by name (IV.A.5). */
const toDo = recordQueue<Where>({
  ...reads,
  kind: 'CORRECTIVE_ACTION',
  title: 'Corrective actions to do',
  owners: [],
  groups: [...ROLE_NAMES.map((role) => ({ owners: [role], where: { ownerRole: role } })), NAMED],
  mine: (ownerId) => ({ ownerId }),
  due: 'DATE',
  columns: { ...COLUMNS, alwaysDue: true },
  where: () => ({ AND: [{ state: { in: ['ASSIGNED', 'RETURNED'] } }, OF_OPEN] }),
  async page({ correctiveAction }, which, take) {
    const rows = await correctiveAction.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [which] },
      orderBy: [{ dueOn: 'asc' }, { changedAt: 'asc' }, { id: 'asc' }],
      take,
      select: SHOWN,
    })
    return rows.map((row) => ({
      ...shown(row),
      owners: [row.ownerRole ?? 'ACCOUNT_MANAGER'],
      reason: 'A finding is to be put right: do it, and give the evidence.',
      action: 'completeCorrectiveAction',
      dueOn: row.dueOn,
    }))
  },
})

/** Evidence for the office that asked for it; never one's own (IV.A.5). */
const toJudge = recordQueue<Where>({
  ...reads,
  kind: 'EVIDENCE',
  title: 'Evidence to judge',
  owners: [],
  groups: permissionRule('correctiveAction.accept').roles.map((role) => ({
    owners: [role],
    where: { assignedRole: role },
  })),
  due: 'NONE',
  columns: { ...COLUMNS, dueOn: null },
  where: ({ personId }) => ({
    AND: [{ state: 'COMPLETED', steps: { none: { kind: 'COMPLETED', personId } } }, OF_OPEN],
  }),
  async page({ correctiveAction }, which, take) {
    const rows = await correctiveAction.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [which] },
      orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
      take,
      select: SHOWN,
    })
    return rows.map((row) => ({
      ...shown(row),
      owners: [row.assignedRole],
      reason: 'A corrective action is done: accept the evidence or return it.',
      action: 'acceptCorrectiveAction',
      dueOn: null,
    }))
  },
})

/** The queues of corrective actions: to be done, and to be judged. */
export const correctiveActionQueues: readonly WorkQueue[] = [toDo, toJudge]

const SHOWN = {
  id: true,
  task: true,
  dueOn: true,
  changedAt: true,
  ownerRole: true,
  assignedRole: true,
  component: { select: { code: true, name: true } },
  finding: {
    select: { account: { select: { title: true } }, platform: { select: { name: true } } },
  },
} as const satisfies Prisma.CorrectiveActionSelect

function shown(row: Prisma.CorrectiveActionGetPayload<{ select: typeof SHOWN }>) {
  const { id, task, finding, component, changedAt } = row
  return {
    subjectType: 'CorrectiveAction',
    subjectId: id,
    title: task,
    detail: finding.account?.title ?? finding.platform?.name ?? component.name,
    componentCode: component.code,
    since: changedAt,
  }
}
