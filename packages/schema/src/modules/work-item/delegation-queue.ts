import type { Prisma } from '@official-accounts/db/generated/client/client'
import { recordQueue } from './record-queue.ts'
import type { WorkQueue } from './work-queue.ts'

const DAY = 24 * 60 * 60 * 1000

/** Delegations that end soon, for who gave them and who holds them (IV.A.4). */
export const delegationQueue: WorkQueue = recordQueue<Prisma.DelegationWhereInput>({
  kind: 'DELEGATION_ENDING',
  title: 'Delegations that end soon',
  owners: [],
  due: 'INSTANT',
  columns: {
    dueOn: (validUntil) => ({ validUntil }),
    since: (createdAt) => ({ createdAt }),
    id: (id) => ({ id }),
  },
  where: ({ now, days: { noticeDays } }) => ({
    kind: { not: 'RECUSAL' },
    revokedAt: null,
    endedAt: null,
    validFrom: { lte: now },
    validUntil: { gt: now, lte: new Date(now.getTime() + noticeDays * DAY) },
  }),
  within: (componentIds) => ({
    OR: [{ componentId: { in: componentIds } }, { officeId: { in: componentIds } }],
  }),
  mine: (personId) => ({ OR: [{ delegatorId: personId }, { delegateId: personId }] }),
  count: ({ delegation }, which) => delegation.count({ where: { AND: [which] } }),
  async oldest({ delegation }, which) {
    const { _min: first } = await delegation.aggregate({ where: { AND: [which] }, _min: { createdAt: true } })
    return first.createdAt
  },
  async page({ delegation }, which, take) {
    const rows = await delegation.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [which] },
      orderBy: [{ validUntil: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
      take,
      select: {
        id: true,
        kind: true,
        role: true,
        validUntil: true,
        createdAt: true,
        component: { select: { code: true } },
      },
    })
    return rows.map(({ id, kind, role, validUntil, createdAt, component }) => ({
      subjectType: 'Delegation',
      subjectId: id,
      title: `Delegation: ${kind.toLowerCase()}`,
      detail: role?.toLowerCase().replaceAll('_', ' ') ?? '',
      componentCode: component?.code ?? null,
      reason: 'It ends by itself: what is decided under it stops then. Record another if it is to go on.',
      action: kind === 'APPROVAL' ? 'delegateApproval' : 'recordStandIn',
      since: createdAt,
      dueOn: validUntil,
    }))
  },
})
