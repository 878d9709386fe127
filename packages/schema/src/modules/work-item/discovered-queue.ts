import type { Prisma } from '@official-accounts/db/generated/client/client'
import { afterPlace, type QueueColumns, type WorkQueue } from './work-queue.ts'

const KIND = 'DISCOVERED_ACCOUNT'
const COLUMNS: QueueColumns<Prisma.DiscoveredAccountWhereInput> = {
  dueOn: null,
  since: (changedAt) => ({ changedAt }),
  id: (id) => ({ id }),
}

/** Accounts in use without approval that Public Affairs has not decided on (V.B.8). */
export const discoveredQueue: WorkQueue = {
  kind: KIND,
  title: 'Discovered accounts',
  open({ roles }, { discoveredAccount }) {
    if (!roles.some(({ role }) => role === 'OPA')) return null
    const where: Prisma.DiscoveredAccountWhereInput = { state: 'REPORTED' }
    return {
      count: () => discoveredAccount.count({ where }),
      async page(after, take) {
        const rows = await discoveredAccount.findMany({
          relationLoadStrategy: 'join',
          where: { AND: [where, afterPlace(after, KIND, COLUMNS)] },
          orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
          take,
          select: {
            id: true,
            profileUrl: true,
            changedAt: true,
            component: { select: { code: true } },
          },
        })
        return rows.map(({ id, profileUrl, changedAt, component }) => ({
          kind: KIND,
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
    }
  },
}
