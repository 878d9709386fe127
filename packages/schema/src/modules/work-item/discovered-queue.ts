import type { Prisma } from '@official-accounts/db/generated/client/client'
import { recordQueue } from './record-queue.ts'

/** Accounts in use without approval that Public Affairs has not decided on (V.B.8). */
export const discoveredQueue = recordQueue<Prisma.DiscoveredAccountWhereInput>({
  kind: 'DISCOVERED_ACCOUNT',
  title: 'Discovered accounts',
  owners: ['OPA'],
  due: 'NONE',
  columns: {
    dueOn: null,
    since: (changedAt) => ({ changedAt }),
    id: (id) => ({ id }),
  },
  where: () => ({ state: 'REPORTED' }),
  within: (componentIds) => ({ componentId: { in: componentIds } }),
  count: ({ discoveredAccount }, which) => discoveredAccount.count({ where: { AND: [which] } }),
  async oldest({ discoveredAccount }, which) {
    const first = await discoveredAccount.findFirst({
      where: { AND: [which] },
      orderBy: { changedAt: 'asc' },
      select: { changedAt: true },
    })
    return first?.changedAt ?? null
  },
  async page({ discoveredAccount }, which, take) {
    const rows = await discoveredAccount.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [which] },
      orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
      take,
      select: { id: true, profileUrl: true, changedAt: true, component: { select: { code: true } } },
    })
    return rows.map(({ id, profileUrl, changedAt, component }) => ({
      subjectType: 'DiscoveredAccount',
      subjectId: id,
      title: profileUrl,
      componentCode: component.code,
      reason: 'An account is in use without approval: adopt or close it (V.B.8).',
      action: 'adoptDiscoveredAccount',
      since: changedAt,
      dueOn: null,
    }))
  },
})
