import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { Role } from '@official-accounts/domain/access/roles'
import { recordQueue, type QueueReader, type RecordQueue } from './record-queue.ts'
import type { QueueColumns, WorkQueue } from './work-queue.ts'

type Where = Prisma.ModerationActionWhereInput
type Since = 'reviewAskedAt' | 'reversalAskedAt' | 'changedAt'

interface ModerationQueue {
  readonly kind: string
  readonly title: string
  readonly owners: readonly Role[]
  readonly due: 'DATE' | 'NONE'
  /** What says since when it waits. */
  readonly since: Since
  readonly reason: string
  readonly action: string
  readonly where: (reader: QueueReader) => Where
}

const DAY = 24 * 60 * 60 * 1000

const QUEUES: readonly ModerationQueue[] = [
  {
    kind: 'MODERATION_REVIEW',
    title: 'Moderation to review',
    owners: ['CRCL_OFFICER'],
    due: 'NONE',
    since: 'reviewAskedAt',
    reason: 'A measure against a person, or for another reason, waits for your review.',
    action: 'reviewModerationAction',
    where: () => ({ state: 'IN_REVIEW' }),
  },
  {
    kind: 'MODERATION_REVERSAL',
    title: 'Moderation to take back',
    owners: ['ACCOUNT_MANAGER', 'COMPONENT_DIRECTOR'],
    due: 'NONE',
    since: 'reversalAskedAt',
    reason: 'A civil rights review wants it taken back: do it on the platform, and record it.',
    action: 'reverseModerationAction',
    where: () => ({ state: 'TO_BE_REVERSED' }),
  },
  {
    kind: 'BLOCK_RENEWAL',
    title: 'Blocks to look at again',
    owners: ['ACCOUNT_MANAGER', 'COMPONENT_DIRECTOR'],
    due: 'DATE',
    since: 'changedAt',
    reason: 'Its time ends: take it back, or say why it is still needed.',
    action: 'reaffirmBlock',
    where: ({ now, days }) => ({
      state: 'UPHELD',
      reviewBy: { lte: new Date(now.getTime() + days.noticeDays * DAY) },
    }),
  },
]

function columnsFor({ due, since }: ModerationQueue): QueueColumns<Where> {
  return {
    dueOn: due === 'NONE' ? null : (reviewBy) => ({ reviewBy }),
    since: (is) => ({ [since]: is }),
    id: (id) => ({ id }),
  }
}

const reads: Pick<RecordQueue<Where>, 'within' | 'count'> = {
  within: (componentIds) => ({ componentId: { in: componentIds } }),
  count: ({ moderationAction }, which) => moderationAction.count({ where: { AND: [which] } }),
}

/** Moderation that waits for a review, to be taken back, or to be looked at again (IV.D.3). */
export const moderationQueues: readonly WorkQueue[] = QUEUES.map((queue) => {
  const { kind, title, owners, due, since, reason, action, where } = queue
  return recordQueue<Where>({
    ...reads,
    kind,
    title,
    owners,
    due,
    columns: columnsFor(queue),
    where,
    async oldest({ moderationAction }, which) {
      const first = await moderationAction.findFirst({
        where: { AND: [which] },
        orderBy: { [since]: 'asc' },
        select: SHOWN,
      })
      return first?.[since] ?? null
    },
    async page({ moderationAction }, which, take) {
      const rows = await moderationAction.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [which] },
        orderBy: [
          ...(due === 'DATE' ? [{ reviewBy: 'asc' as const }] : []),
          { [since]: 'asc' },
          { id: 'asc' },
        ],
        take,
        select: SHOWN,
      })
      return rows.map((row) => ({
        subjectType: 'ModerationAction',
        subjectId: row.id,
        title: row.account.title,
        detail: row.kind,
        componentCode: row.component.code,
        reason,
        action,
        since: row[since] ?? row.changedAt,
        dueOn: due === 'DATE' ? row.reviewBy : null,
      }))
    },
  })
})

const SHOWN = {
  id: true,
  kind: true,
  reviewAskedAt: true,
  reversalAskedAt: true,
  changedAt: true,
  reviewBy: true,
  account: { select: { title: true } },
  component: { select: { code: true } },
} as const satisfies Prisma.ModerationActionSelect
