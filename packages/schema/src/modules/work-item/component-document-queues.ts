import { readConduct } from '@official-accounts/db/facts/conduct-facts'
import type { Prisma, PrismaClient } from '@official-accounts/db/generated/client/client'
import { alignmentOf } from '@official-accounts/domain/component-process/component-process'
import type { ProcedureVersion } from '@official-accounts/domain/guidance/guidance'
import { shortQueue, type ShortItem } from './short-queue.ts'
import type { WorkQueue } from './work-queue.ts'

/** More components than a department has. */
const MOST = 1000

const processReviews = shortQueue({
  kind: 'PROCESS_REVIEW',
  title: 'Publishing processes to review',
  owners: ['OPA'],
  async read(read, { now }) {
    const { guidance } = await readConduct(read)
    const rows = await read.componentProcess.findMany({
      relationLoadStrategy: 'join',
      where: { state: { in: ['SUBMITTED', 'PUBLISHED'] } },
      take: MOST,
      select: PROCESS,
    })
    return rows.flatMap((row) => toReview(row, guidance, now))
  },
})

const PROCESS = {
  id: true,
  title: true,
  state: true,
  number: true,
  reviewedAt: true,
  changedAt: true,
  componentId: true,
  component: { select: { code: true } },
} as const satisfies Prisma.ComponentProcessSelect

// What guidance makes due is due on the day that guidance gives, else some days after its publication (IV.E.1).
function toReview(
  process: Prisma.ComponentProcessGetPayload<{ select: typeof PROCESS }>,
  guidance: readonly ProcedureVersion[],
  now: Date,
): readonly ShortItem[] {
  const { id, title, state, number, reviewedAt, changedAt, componentId, component } = process
  const item = {
    subjectType: 'ComponentProcess',
    subjectId: id,
    title,
    detail: `Version ${number}`,
    componentId,
    componentCode: component.code,
    action: 'reviewComponentProcess',
  }
  if (state === 'SUBMITTED') {
    const reason = 'A component submitted its publishing process.'
    return [{ ...item, reason, since: changedAt, dueOn: null }]
  }
  if (reviewedAt === null || alignmentOf(process, guidance, now) === 'ALIGNED') return []
  const newer = guidance.filter(({ publishedAt }) => publishedAt > reviewedAt && publishedAt <= now)
  const since = Math.min(...newer.map(({ publishedAt }) => publishedAt.getTime()))
  const due = newer.flatMap(({ processesReviewedBy }) => processesReviewedBy?.getTime() ?? [])
  return [
    {
      ...item,
      reason: 'Guidance has changed since its last review.',
      since: new Date(since),
      dueOn: due.length === 0 ? null : new Date(Math.min(...due)),
    },
  ]
}

const policyReviews = shortQueue({
  kind: 'POLICY_REVIEW',
  title: 'Component policies to review',
  owners: ['PRIVACY_OFFICER'],
  async read(read) {
    const rows = await read.componentPolicy.findMany({
      relationLoadStrategy: 'join',
      where: { state: 'SUBMITTED' },
      take: MOST,
      select: {
        id: true,
        title: true,
        number: true,
        submittedAt: true,
        componentId: true,
        component: { select: { code: true } },
      },
    })
    return rows.map(({ id, title, number, submittedAt, componentId, component }) => ({
      subjectType: 'ComponentPolicy',
      subjectId: id,
      title,
      detail: `Version ${number}`,
      componentId,
      componentCode: component.code,
      reason: 'A component submitted its policy.',
      action: 'reviewComponentPolicy',
      since: submittedAt,
      dueOn: null,
    }))
  },
})

const missingProcesses = shortQueue({
  kind: 'PROCESS_MISSING',
  title: 'Publishing processes to write',
  owners: ['COMPONENT_DIRECTOR'],
  read: (read) =>
    readComponents(
      read,
      { publishingProcesses: { none: { state: { in: ['SUBMITTED', 'PUBLISHED'] } } } },
      'publishComponentProcess',
      'Without a published process its accounts cannot be activated (IV.E.1).',
    ),
})

const missingPolicies = shortQueue({
  kind: 'POLICY_MISSING',
  title: 'Component policies to write',
  owners: ['COMPONENT_DIRECTOR'],
  read: (read) =>
    readComponents(
      read,
      { policies: { none: { state: { in: ['SUBMITTED', 'APPROVED', 'IMPLEMENTED'] } } } },
      'submitComponentPolicy',
      'It has accounts and no policy of its own (OIG.4).',
    ),
})

// Only a component with accounts owes its documents.
async function readComponents(
  read: PrismaClient,
  lacking: Prisma.ComponentWhereInput,
  action: string,
  reason: string,
): Promise<readonly ShortItem[]> {
  const rows = await read.component.findMany({
    where: { AND: [lacking, { accounts: { some: {} } }] },
    take: MOST,
    select: { id: true, name: true, code: true, createdAt: true },
  })
  return rows.map(({ id, name, code, createdAt }) => ({
    subjectType: 'Component',
    subjectId: id,
    title: name,
    componentId: id,
    componentCode: code,
    reason,
    action,
    since: createdAt,
    dueOn: null,
  }))
}

/** What processes and policies of components leave to do. */
export const componentDocumentQueues: readonly WorkQueue[] = [
  processReviews,
  missingProcesses,
  policyReviews,
  missingPolicies,
]
