import type { Prisma } from '@official-accounts/db/generated/client/client'
import { recordQueue } from './record-queue.ts'
import type { WorkQueue } from './work-queue.ts'

/** Requests for exceptions that wait for Public Affairs; never one's own (V.B.12). */
export const exceptionQueue: WorkQueue = recordQueue<Prisma.ExceptionWhereInput>({
  kind: 'EXCEPTION',
  title: 'Exceptions to decide',
  owners: ['OPA'],
  due: 'NONE',
  columns: { dueOn: null, since: (requestedAt) => ({ requestedAt }), id: (id) => ({ id }) },
  where: ({ personId }) => ({ state: 'REQUESTED', requestedById: { not: personId } }),
  within: (componentIds) => ({ componentId: { in: componentIds } }),
  count: ({ exception }, which) => exception.count({ where: { AND: [which] } }),
  async oldest({ exception }, which) {
    const { _min: first } = await exception.aggregate({
      where: { AND: [which] },
      _min: { requestedAt: true },
    })
    return first.requestedAt
  },
  async page({ exception }, which, take) {
    const rows = await exception.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [which] },
      orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
      take,
      select: SHOWN,
    })
    return rows.map(({ id, clauses, component, platform, account, requestedAt }) => ({
      subjectType: 'Exception',
      subjectId: id,
      title: `Exception from ${clauses.join(', ')}`,
      detail: account?.title ?? platform?.name ?? component?.name ?? '',
      componentCode: component?.code ?? null,
      reason: 'A request for an exception waits for your decision.',
      action: 'decideException',
      since: requestedAt,
      dueOn: null,
    }))
  },
})

const SHOWN = {
  id: true,
  clauses: true,
  requestedAt: true,
  component: { select: { code: true, name: true } },
  platform: { select: { name: true } },
  account: { select: { title: true } },
} as const satisfies Prisma.ExceptionSelect
