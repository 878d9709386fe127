import type { Prisma, PrismaClient } from '@official-accounts/db/generated/client/client'
import type { KnownActor } from '@official-accounts/domain/access/actor'
import { afterPlace, type OpenQueue, type QueueColumns, type WorkQueue } from './work-queue.ts'

interface PartQueue {
  readonly kind: string
  readonly title: string
  readonly reason: string
  readonly action: string
  readonly where: Prisma.CertificationPartWhereInput
}

const ANSWERS: PartQueue = {
  kind: 'CERTIFICATION',
  title: 'Certifications to answer',
  reason: 'Your component has to answer for its accounts and certify.',
  action: 'answerCertification',
  where: { state: { in: ['OPEN', 'RETURNED'] }, certification: { state: 'OPEN' } },
}

const OVERDUE: PartQueue = {
  kind: 'CERTIFICATION_OVERDUE',
  title: 'Components that have not answered',
  reason: 'The component has not certified in time (IV.E.3).',
  action: 'closeCertification',
  where: {
    state: { in: ['OPEN', 'RETURNED'] },
    overdueSince: { not: null },
    certification: { state: 'OPEN' },
  },
}

const COLUMNS: QueueColumns<Prisma.CertificationPartWhereInput> = {
  // Every certification has its day: nothing in the queue is without one.
  dueOn: (is) => (is.equals === null ? { id: { in: [] } } : { certification: { dueOn: is } }),
  since: (openedAt) => ({ certification: { openedAt } }),
  id: (id) => ({ id }),
}

/** What a component has to certify, and for the Assistant Secretary who has not (IV.E.3). */
export const certificationQueues: readonly WorkQueue[] = [
  {
    kind: ANSWERS.kind,
    title: ANSWERS.title,
    open(actor, read) {
      const componentIds = ownComponents(actor)
      return componentIds.length === 0
        ? null
        : openQueue(read, ANSWERS, { componentId: { in: componentIds } })
    },
  },
  {
    kind: OVERDUE.kind,
    title: OVERDUE.title,
    open: (actor, read) =>
      actor.roles.some(({ role }) => role === 'ASPA') ? openQueue(read, OVERDUE, {}) : null,
  },
]

function ownComponents({ roles }: KnownActor): string[] {
  return roles
    .filter(({ role }) => role === 'COMPONENT_DIRECTOR' || role === 'ACCOUNT_MANAGER')
    .flatMap(({ componentIds }) => [...componentIds])
}

function openQueue(
  { certificationPart }: PrismaClient,
  { kind, reason, action, ...queue }: PartQueue,
  place: Prisma.CertificationPartWhereInput,
): OpenQueue {
  const where = { AND: [place, queue.where] }
  return {
    count: () => certificationPart.count({ where }),
    async page(after, take) {
      const rows = await certificationPart.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [where, afterPlace(after, kind, COLUMNS)] },
        orderBy: [{ certification: { dueOn: 'asc' } }, { certification: { openedAt: 'asc' } }, { id: 'asc' }],
        take,
        select: SHOWN,
      })
      return rows.map(({ id, certification: { name, dueOn, openedAt }, component: { code } }) => ({
        kind,
        subjectType: 'CertificationPart',
        subjectId: id,
        title: name,
        detail: code,
        componentCode: code,
        reason,
        action,
        since: openedAt,
        dueOn,
      }))
    },
  }
}

const SHOWN = {
  id: true,
  certification: { select: { name: true, dueOn: true, openedAt: true } },
  component: { select: { code: true } },
} as const satisfies Prisma.CertificationPartSelect
