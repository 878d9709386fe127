import type { Prisma } from '@official-accounts/db/generated/client/client'
import { ADVICE } from '@official-accounts/domain/platform/review-standing'
import { afterPlace, type QueueColumns, type WorkQueue } from './work-queue.ts'

const KIND = 'PLATFORM_DECISION'

const COLUMNS: QueueColumns<Prisma.PlatformWhereInput> = {
  dueOn: null,
  since: (changedAt) => ({ changedAt }),
  id: (id) => ({ id }),
}

/** Platforms whose reviews are in, but for advice at most, wait for the Assistant Secretary (IV.A.2). */
export const platformQueue: WorkQueue = {
  kind: KIND,
  title: 'Platforms to decide on',
  open({ roles }, { platform }) {
    if (!roles.some(({ role }) => role === 'ASPA')) return null
    const where: Prisma.PlatformWhereInput = {
      state: 'UNDER_REVIEW',
      reviews: { none: { outcome: 'DUE', kind: { notIn: [...ADVICE] } } },
    }
    return {
      count: () => platform.count({ where }),
      async page(after, take) {
        const rows = await platform.findMany({
          where: { AND: [where, afterPlace(after, KIND, COLUMNS)] },
          orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
          take,
          select: { id: true, name: true, changedAt: true },
        })
        return rows.map(({ id, name, changedAt }) => ({
          kind: KIND,
          subjectType: 'Platform',
          subjectId: id,
          title: name,
          componentCode: null,
          reason: 'Its reviews are in; it waits for your decision.',
          action: 'approvePlatform',
          since: changedAt,
          dueOn: null,
        }))
      },
    }
  },
}
