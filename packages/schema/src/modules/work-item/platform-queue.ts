import type { Prisma } from '@official-accounts/db/generated/client/client'
import { ADVICE } from '@official-accounts/domain/platform/review-standing'
import { recordQueue } from './record-queue.ts'

/** Platforms whose reviews are in, but for advice at most, wait for the Assistant Secretary (IV.A.2). */
export const platformQueue = recordQueue<Prisma.PlatformWhereInput>({
  kind: 'PLATFORM_DECISION',
  title: 'Platforms to decide on',
  owners: ['ASPA'],
  due: 'NONE',
  columns: {
    dueOn: null,
    since: (changedAt) => ({ changedAt }),
    id: (id) => ({ id }),
  },
  where: () => ({
    state: 'UNDER_REVIEW',
    reviews: { none: { outcome: 'DUE', kind: { notIn: [...ADVICE] } } },
  }),
  within: null,
  count: ({ platform }, which) => platform.count({ where: { AND: [which] } }),
  async oldest({ platform }, which) {
    const first = await platform.findFirst({
      where: { AND: [which] },
      orderBy: { changedAt: 'asc' },
      select: { changedAt: true },
    })
    return first?.changedAt ?? null
  },
  async page({ platform }, which, take) {
    const rows = await platform.findMany({
      where: { AND: [which] },
      orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
      take,
      select: { id: true, name: true, changedAt: true },
    })
    return rows.map(({ id, name, changedAt }) => ({
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
})
