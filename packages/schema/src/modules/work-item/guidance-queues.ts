import { readConduct } from '@official-accounts/db/facts/conduct-facts'
import { versionsInForce } from '@official-accounts/domain/guidance/guidance'
import { trainingStanding } from '@official-accounts/domain/training/training'
import { componentDocumentQueues } from './component-document-queues.ts'
import { conductQueues } from './conduct-queues.ts'
import { shortQueue, type ShortItem } from './short-queue.ts'
import type { WorkQueue } from './work-queue.ts'

const DAY = 86_400_000
/** More documents than a department has. */
const MOST = 1000

const acknowledgements = shortQueue({
  kind: 'ACKNOWLEDGEMENT',
  title: 'Guidance to acknowledge',
  owners: [],
  isFor: ({ roles }) => roles.length > 0,
  async read(read, { actor: { personId, roles }, now }) {
    const rows = await read.guidanceVersion.findMany({
      relationLoadStrategy: 'join',
      where: { effectiveFrom: { lte: now } },
      orderBy: { id: 'desc' },
      take: MOST,
      select: {
        documentId: true,
        number: true,
        effectiveFrom: true,
        roles: true,
        document: { select: { title: true } },
        acknowledgements: { where: { personId }, select: { id: true } },
      },
    })
    const held = new Set(roles.map(({ role }) => role))
    const open = versionsInForce(rows, now).filter(
      (version) => version.acknowledgements.length === 0 && version.roles.some((role) => held.has(role)),
    )
    return open.map(({ documentId, number, effectiveFrom, document }) => ({
      subjectType: 'GuidanceDocument',
      subjectId: documentId,
      title: document.title,
      detail: `Version ${number}`,
      componentId: null,
      componentCode: null,
      reason: 'It is in force for one of your roles: read it and acknowledge it.',
      action: 'acknowledgeGuidance',
      since: effectiveFrom,
      dueOn: null,
    }))
  },
})

const training = shortQueue({
  kind: 'TRAINING',
  title: 'Training to renew',
  owners: [],
  isFor: ({ roles }) => roles.some(({ role }) => role === 'ACCOUNT_MANAGER'),
  async read(read, { now, days: { noticeDays } }) {
    const { courses, completions } = await readConduct(read)
    return courses.flatMap((course): ShortItem[] => {
      const { required, currentUntil } = trainingStanding([course], completions, now)
      const isFar = currentUntil !== null && currentUntil.getTime() - now.getTime() > noticeDays * DAY
      if (!required || isFar) return []
      return [
        {
          subjectType: 'TrainingCourse',
          subjectId: course.id,
          title: course.title,
          componentId: null,
          componentCode: null,
          reason:
            currentUntil === null
              ? 'You answer for accounts, and this training is missing or has run out.'
              : 'This training runs out soon: take it again.',
          action: 'recordTraining',
          since: course.requiredFrom,
          dueOn: currentUntil,
        },
      ]
    })
  },
})

/** What guidance, training, processes and policies leave to do. */
export const guidanceQueues: readonly WorkQueue[] = [
  acknowledgements,
  training,
  ...conductQueues,
  ...componentDocumentQueues,
]
