import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import type { Role } from '@official-accounts/domain/access/roles'
import { compareWork, type WorkItem, type WorkQueue } from './work-queue.ts'

const KIND = 'PUBLICATION_FAILED'
const OWNERS: readonly Role[] = ['OPA', 'ADMIN']

/** The failure of the newest publication, for who may publish: a later good one, or nothing left to do, closes it. */
export const publicationQueue: WorkQueue = {
  kind: KIND,
  title: 'Publications that failed',
  owners: OWNERS,
  staysWithOwners: true,
  open({ roles }, read, { survey }) {
    if (survey === null && !roles.some(({ role }) => OWNERS.includes(role))) return null
    return {
      count: async () => ((await findFailure(read)) === null ? 0 : 1),
      async page(after) {
        const failure = await findFailure(read)
        return failure === null || (after !== null && compareWork(failure, after) <= 0) ? [] : [failure]
      },
    }
  },
}

async function findFailure({ publication }: PrismaClient): Promise<WorkItem | null> {
  const newest = await publication.findFirst({
    where: { OR: [{ state: { in: ['FAILED', 'UNCHANGED'] } }, { publishedAt: { not: null } }] },
    orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, state: true, failure: true, endedAt: true },
  })
  if (newest?.state !== 'FAILED' || newest.endedAt === null) return null
  return {
    kind: KIND,
    subjectType: 'Publication',
    subjectId: newest.id,
    title: 'Public directory',
    componentCode: null,
    reason:
      `The public directory could not be published; the one before stays. ${newest.failure ?? ''}`.trim(),
    action: 'publishDirectory',
    since: newest.endedAt,
    dueOn: null,
  }
}
