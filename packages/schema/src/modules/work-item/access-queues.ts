import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { AccessAction } from '@official-accounts/domain/access-grant/access-grant-machine'
import { recordQueue, type QueueReader, type RecordQueue } from './record-queue.ts'
import type { WorkQueue } from './work-queue.ts'

type Where = Prisma.AccessGrantWhereInput

interface AccessQueue extends Pick<RecordQueue<Where>, 'kind' | 'title' | 'owners' | 'mine' | 'where'> {
  readonly reason: string
  readonly action: AccessAction
  /** Whether it is due when the access ends. */
  readonly ending?: true
}

const DAY = 24 * 60 * 60 * 1000

/** Requests for access to decide and to provide, and one's own access that ends soon (V.B.4, IV.B.2). */
export const accessQueues: readonly WorkQueue[] = [
  accessQueue({
    kind: 'ACCESS_DECISION',
    title: 'Access to decide',
    owners: ['COMPONENT_DIRECTOR', 'OPA'],
    reason: 'A request for access waits for a decision.',
    action: 'decideAccess',
    where: ({ personId }) => ({
      state: 'REQUESTED',
      personId: { not: personId },
      requestedById: { not: personId },
    }),
  }),
  accessQueue({
    kind: 'ACCESS_PROVISIONING',
    title: 'Access to provide',
    owners: ['CIO'],
    reason: 'Approved access waits to be provided across department systems.',
    action: 'provisionAccess',
    where: ({ personId }) => ({
      state: 'APPROVED',
      personId: { not: personId },
      requestedById: { not: personId },
    }),
  }),
  accessQueue({
    kind: 'ACCESS_RENEWAL',
    title: 'Access that ends soon',
    owners: [],
    reason: 'Your access ends by itself: renew it if the need goes on.',
    action: 'renewAccess',
    where: endsSoon,
    mine: (personId) => ({ personId }),
    ending: true,
  }),
]

function endsSoon({ now, days: { noticeDays } }: QueueReader): Where {
  const lte = new Date(now.getTime() + noticeDays * DAY)
  return { state: 'PROVISIONED', expiresOn: { gt: now, lte } }
}

function accessQueue({ reason, action, ending, ...queue }: AccessQueue): WorkQueue {
  return recordQueue<Where>({
    ...queue,
    due: ending ? 'DATE' : 'NONE',
    columns: {
      dueOn: ending ? ({ equals, ...is }) => ({ expiresOn: { ...is, ...(equals && { equals }) } }) : null,
      alwaysDue: true,
      since: (changedAt) => ({ changedAt }),
      id: (id) => ({ id }),
    },
    within: (componentIds) => ({ componentId: { in: componentIds } }),
    count: ({ accessGrant }, which) => accessGrant.count({ where: { AND: [which] } }),
    async oldest({ accessGrant }, which) {
      const { _min: first } = await accessGrant.aggregate({
        where: { AND: [which] },
        _min: { changedAt: true },
      })
      return first.changedAt
    },
    async page({ accessGrant }, which, take) {
      const rows = await accessGrant.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [which] },
        orderBy: [...(ending ? [{ expiresOn: 'asc' } as const] : []), { changedAt: 'asc' }, { id: 'asc' }],
        take,
        select: SHOWN,
      })
      return rows.map(({ id, kind, account, component, person, changedAt, expiresOn }) => ({
        subjectType: 'AccessGrant',
        subjectId: id,
        title: kind === 'MANAGE' ? `Manage ${account?.title ?? 'an account'}` : 'Look at other accounts',
        detail: person.displayName,
        componentCode: component?.code ?? null,
        reason,
        action,
        since: changedAt,
        dueOn: ending ? expiresOn : null,
      }))
    },
  })
}

const SHOWN = {
  id: true,
  kind: true,
  changedAt: true,
  expiresOn: true,
  account: { select: { title: true } },
  component: { select: { code: true } },
  person: { select: { displayName: true } },
} as const satisfies Prisma.AccessGrantSelect
