import type { Prisma } from '@official-accounts/db/generated/client/client'
import { RISK_AREAS, RISK_OFFICES, type RiskReviewCause } from '@official-accounts/domain/risk/risk'
import { recordQueue, type RecordQueue } from './record-queue.ts'
import { riskMitigationQueue } from './risk-mitigation-queue.ts'
import type { QueueColumns, WorkQueue } from './work-queue.ts'

type Where = Prisma.RiskWhereInput

const COLUMNS: QueueColumns<Where> = {
  dueOn: null,
  since: (changedAt) => ({ changedAt }),
  id: (id) => ({ id }),
}

const reads: Pick<RecordQueue<Where>, 'owners' | 'groups' | 'within' | 'count' | 'oldest'> = {
  owners: [],
  groups: RISK_AREAS.map((area) => ({ owners: [RISK_OFFICES[area].role], where: { area } })),
  within: (componentIds) => ({ componentId: { in: componentIds } }),
  count: ({ risk }, which) => risk.count({ where: { AND: [which] } }),
  async oldest({ risk }, which) {
    const { _min: first } = await risk.aggregate({ where: { AND: [which] }, _min: { changedAt: true } })
    return first.changedAt
  },
}

/** What an office has to decide on a risk, without a day of its own. */
interface Decision {
  readonly kind: string
  readonly title: string
  readonly reason: string
  readonly action: string
  readonly where: Where
}

function decisionQueue({ where, reason, action, ...named }: Decision): WorkQueue {
  return recordQueue<Where>({
    ...reads,
    ...named,
    due: 'NONE',
    columns: COLUMNS,
    where: () => where,
    async page({ risk }, which, take) {
      const rows = await risk.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [which] },
        orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
        take,
        select: SHOWN,
      })
      return rows.map((row) => ({ ...shown(row), reason, action, dueOn: null }))
    },
  })
}

const BECAUSE: Readonly<Record<RiskReviewCause, string>> = {
  PLANNED: 'It is time to look at this risk again.',
  TERMS_CHANGED: 'The platform changed its terms: look at this risk again.',
  PRIVACY_POLICY_CHANGED: 'The platform changed its privacy policy: look at this risk again.',
}

/** Risks to be looked at again, before their day and after it (IV.C.5, IV.D.2). */
const review = recordQueue<Where>({
  ...reads,
  kind: 'RISK_REVIEW',
  title: 'Risks to look at again',
  due: 'DATE',
  columns: {
    ...COLUMNS,
    alwaysDue: true,
    dueOn: ({ gt, lt, equals }) =>
      equals === null
        ? { id: { in: [] } }
        : { reviewBy: { ...(gt ? { gt } : {}), ...(lt ? { lt } : {}), ...(equals ? { equals } : {}) } },
  },
  where: ({ now, days }) => ({
    state: { not: 'CLOSED' },
    reviewBy: { lte: new Date(now.getTime() + days.noticeDays * DAY) },
  }),
  async page({ risk }, which, take) {
    const rows = await risk.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [which] },
      orderBy: [{ reviewBy: 'asc' }, { changedAt: 'asc' }, { id: 'asc' }],
      take,
      select: SHOWN,
    })
    return rows.map((row) => ({
      ...shown(row),
      reason: BECAUSE[row.reviewBecause],
      action: 'reviewRisk',
      dueOn: row.reviewBy,
    }))
  },
})

/** The queues of risks: to be assessed, to be decided on, to be looked at again, and what is to be done about them. */
export const riskQueues: readonly WorkQueue[] = [
  decisionQueue({
    kind: 'RISK_ASSESSMENT',
    title: 'Risks to assess',
    reason: 'A risk was raised: assess it.',
    action: 'assessRisk',
    where: { state: 'OPEN', likelihood: null },
  }),
  decisionQueue({
    kind: 'RISK_DECISION',
    title: 'Risks to settle',
    reason: 'Nothing is planned about this risk any more: plan something, or say what is left of it.',
    action: 'mitigateRisk',
    where: { state: 'OPEN', likelihood: { not: null }, mitigations: { none: { state: 'PLANNED' } } },
  }),
  review,
  riskMitigationQueue,
]

const DAY = 24 * 60 * 60 * 1000

const SHOWN = {
  id: true,
  area: true,
  title: true,
  reviewBy: true,
  reviewBecause: true,
  changedAt: true,
  component: { select: { code: true, name: true } },
  account: { select: { title: true } },
  platform: { select: { name: true } },
} as const satisfies Prisma.RiskSelect

function shown(row: Prisma.RiskGetPayload<{ select: typeof SHOWN }>) {
  const { id, area, title, component, account, platform, changedAt } = row
  return {
    owners: [RISK_OFFICES[area].role],
    subjectType: 'Risk',
    subjectId: id,
    title,
    detail: account?.title ?? platform?.name ?? component.name,
    componentCode: component.code,
    since: changedAt,
  }
}
