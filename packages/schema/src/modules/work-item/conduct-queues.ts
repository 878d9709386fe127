import { readLateConduct, type LateKind } from '@official-accounts/db/facts/late-conduct'
import { shortQueue } from './short-queue.ts'
import type { WorkQueue } from './work-queue.ts'

/**
 * What people of a component owe personally and have let pass: one item for each component, for its director, and from
 * there up the line (IV.A.3, IV.E.2). Until then it is in their own work alone.
 */
export const conductQueues: readonly WorkQueue[] = [
  lateQueue(
    'ACKNOWLEDGEMENT_LATE',
    'Guidance not acknowledged in time',
    'ACKNOWLEDGEMENT',
    'have not acknowledged guidance in force for them',
  ),
  lateQueue(
    'TRAINING_LATE',
    'Training not taken in time',
    'TRAINING',
    'answer for accounts without current training',
  ),
]

function lateQueue(kind: string, title: string, what: LateKind, words: string): WorkQueue {
  return shortQueue({
    kind,
    title,
    owners: ['COMPONENT_DIRECTOR'],
    async read(read, { now, days: { dueDays } }) {
      const late = await readLateConduct(read, what, now, dueDays)
      return late.map(({ componentId, code, name, people, since }) => ({
        subjectType: 'Component',
        subjectId: componentId,
        title: name,
        componentId,
        componentCode: code,
        reason: `${people} ${people === 1 ? 'person' : 'people'} who ${words}.`,
        action: what === 'TRAINING' ? 'recordTraining' : 'acknowledgeGuidance',
        since,
        dueOn: null,
      }))
    },
  })
}
