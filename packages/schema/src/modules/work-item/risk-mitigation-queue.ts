import type { Prisma } from '@official-accounts/db/generated/client/client'
import { ROLE_NAMES } from '@official-accounts/domain/access/roles'
import { recordQueue, type OwnerGroup } from './record-queue.ts'
import type { WorkQueue } from './work-queue.ts'

type Where = Prisma.RiskMitigationWhereInput

// A person who is named answers as a manager does: what is overdue goes to the component's director first.
const NAMED: OwnerGroup<Where> = { owners: ['ACCOUNT_MANAGER'], where: { ownerRole: null }, named: true }

/** What is to be done about risks, by an office, a role in a component, or somebody by name (IV.C.3, IV.D.2). */
export const riskMitigationQueue: WorkQueue = recordQueue<Where>({
  kind: 'RISK_MITIGATION',
  title: 'Mitigations of risks to do',
  owners: [],
  groups: [...ROLE_NAMES.map((role) => ({ owners: [role], where: { ownerRole: role } })), NAMED],
  mine: (ownerId) => ({ ownerId }),
  due: 'DATE',
  columns: {
    alwaysDue: true,
    dueOn: ({ gt, lt, equals }) =>
      equals === null
        ? { id: { in: [] } }
        : { dueOn: { ...(gt ? { gt } : {}), ...(lt ? { lt } : {}), ...(equals ? { equals } : {}) } },
    since: (changedAt) => ({ changedAt }),
    id: (id) => ({ id }),
  },
  where: () => ({ state: 'PLANNED' }),
  within: (componentIds) => ({ componentId: { in: componentIds } }),
  count: ({ riskMitigation }, which) => riskMitigation.count({ where: { AND: [which] } }),
  async oldest({ riskMitigation }, which) {
    const { _min: first } = await riskMitigation.aggregate({
      where: { AND: [which] },
      _min: { changedAt: true },
    })
    return first.changedAt
  },
  async page({ riskMitigation }, which, take) {
    const rows = await riskMitigation.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [which] },
      orderBy: [{ dueOn: 'asc' }, { changedAt: 'asc' }, { id: 'asc' }],
      take,
      select: {
        id: true,
        task: true,
        dueOn: true,
        changedAt: true,
        ownerRole: true,
        component: { select: { code: true } },
        risk: { select: { title: true } },
      },
    })
    return rows.map(({ id, task, dueOn, changedAt, ownerRole, component, risk }) => ({
      subjectType: 'RiskMitigation',
      subjectId: id,
      title: task,
      detail: risk.title,
      componentCode: component.code,
      since: changedAt,
      owners: [ownerRole ?? 'ACCOUNT_MANAGER'],
      reason: 'Something is to be done about a risk: do it, and say what shows it.',
      action: 'completeRiskMitigation',
      dueOn,
    }))
  },
})
