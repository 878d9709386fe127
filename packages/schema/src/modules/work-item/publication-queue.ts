import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import { shortQueue, type ShortItem } from './short-queue.ts'

/** The failure of the newest publication, for who may publish: a later good one, or nothing left to do, closes it. */
export const publicationQueue = shortQueue({
  kind: 'PUBLICATION_FAILED',
  title: 'Publications that failed',
  owners: ['OPA', 'ADMIN'],
  read: findFailure,
})

async function findFailure({ publication }: PrismaClient): Promise<readonly ShortItem[]> {
  const newest = await publication.findFirst({
    where: { OR: [{ state: { in: ['FAILED', 'UNCHANGED'] } }, { publishedAt: { not: null } }] },
    orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, state: true, failure: true, endedAt: true },
  })
  if (newest?.state !== 'FAILED' || newest.endedAt === null) return []
  return [
    {
      subjectType: 'Publication',
      subjectId: newest.id,
      title: 'Public directory',
      componentId: null,
      componentCode: null,
      reason:
        `The public directory could not be published; the one before stays. ${newest.failure ?? ''}`.trim(),
      action: 'publishDirectory',
      since: newest.endedAt,
      dueOn: null,
    },
  ]
}
