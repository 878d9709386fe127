import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { Role } from '@official-accounts/domain/access/roles'
import { recordQueue } from './record-queue.ts'
import type { QueueColumns, WorkQueue } from './work-queue.ts'

interface PartQueue {
  readonly kind: string
  readonly title: string
  readonly owners: readonly Role[]
  readonly reason: string
  readonly action: string
  readonly where: Prisma.CertificationPartWhereInput
}

const ANSWERS: PartQueue = {
  kind: 'CERTIFICATION',
  title: 'Certifications to answer',
  owners: ['COMPONENT_DIRECTOR', 'ACCOUNT_MANAGER'],
  reason: 'Your component has to answer for its accounts and certify.',
  action: 'answerCertification',
  where: { state: { in: ['OPEN', 'RETURNED'] }, certification: { state: 'OPEN' } },
}

const OVERDUE: PartQueue = {
  kind: 'CERTIFICATION_OVERDUE',
  title: 'Components that have not answered',
  owners: ['ASPA'],
  reason: 'The component has not certified in time (IV.E.3).',
  action: 'closeCertification',
  where: {
    state: { in: ['OPEN', 'RETURNED'] },
    overdueSince: { not: null },
    certification: { state: 'OPEN' },
  },
}

// Every certification has its day: nothing in the queues is without one.
const COLUMNS: QueueColumns<Prisma.CertificationPartWhereInput> = {
  alwaysDue: true,
  dueOn: ({ equals, ...is }) =>
    equals === null
      ? { id: { in: [] } }
      : { certification: { dueOn: { ...is, ...(equals ? { equals } : {}) } } },
  since: (openedAt) => ({ certification: { openedAt } }),
  id: (id) => ({ id }),
}

/** What a component has to certify, and for the Assistant Secretary who has not (IV.E.3). */
export const certificationQueues: readonly WorkQueue[] = [ANSWERS, OVERDUE].map(partQueue)

function partQueue({ kind, title, owners, reason, action, where }: PartQueue): WorkQueue {
  return recordQueue<Prisma.CertificationPartWhereInput>({
    kind,
    title,
    owners,
    due: 'DATE',
    columns: COLUMNS,
    where: () => where,
    within: (componentIds) => ({ componentId: { in: componentIds } }),
    count: ({ certificationPart }, which) => certificationPart.count({ where: { AND: [which] } }),
    async oldest({ certificationPart }, which) {
      const first = await certificationPart.findFirst({
        where: { AND: [which] },
        orderBy: { certification: { openedAt: 'asc' } },
        select: { certification: { select: { openedAt: true } } },
      })
      return first?.certification.openedAt ?? null
    },
    async page({ certificationPart }, which, take) {
      const rows = await certificationPart.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [which] },
        orderBy: [{ certification: { dueOn: 'asc' } }, { certification: { openedAt: 'asc' } }, { id: 'asc' }],
        take,
        select: SHOWN,
      })
      return rows.map(
        ({ id, returnReason, certification: { name, dueOn, openedAt }, component: { code } }) => ({
          subjectType: 'CertificationPart',
          subjectId: id,
          title: name,
          detail: code,
          componentCode: code,
          reason: returnReason === null ? reason : `It came back: ${returnReason}`,
          action,
          since: openedAt,
          dueOn,
        }),
      )
    },
  })
}

const SHOWN = {
  id: true,
  returnReason: true,
  certification: { select: { name: true, dueOn: true, openedAt: true } },
  component: { select: { code: true } },
} as const satisfies Prisma.CertificationPartSelect
