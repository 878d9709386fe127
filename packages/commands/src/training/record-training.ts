import { lockAccountsOf } from '@official-accounts/db/facts/person-contacts'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, DomainError, invalidInput, notFound } from '@official-accounts/domain/errors'
import { monthsAfter } from '@official-accounts/domain/training/training'
import { checkTrainingRecord } from '@official-accounts/domain/training/training-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { settledEntries, settleTimers } from '../account-timer/settle-timers.ts'
import { defineCommand } from '../command.ts'

const input = z.object({
  courseId: z.uuid(),
  personId: z.uuid(),
  completedOn: z.iso.date('A date such as 2027-01-31.'),
  evidence: z.string().trim().max(1000, 'At most 1,000 characters.').nullish(),
})

/**
 * Records that somebody completed a course; how long it counts, the course says (IV.A.3). Accounts that were vacant for
 * want of it are answered for again at once (V.B.5).
 */
export const recordTraining = defineCommand({
  name: 'recordTraining',
  permission: 'training.record',
  subjectType: 'TrainingCompletion',
  input,
  subjectId: () => null,
  lock: lockCourseAndPerson,
  place: ({ person }) => ({ componentId: person.componentId }),
  decide(actor, now, { personId, evidence = null, ...request }, { course, person, recorded }) {
    const completedOn = new Date(`${request.completedOn}T00:00:00Z`)
    const completion = {
      personId,
      completedOn,
      personActive: person.state === 'ACTIVE',
      courseEnded: course.endedAt !== null,
    }
    const refusal = checkTrainingRecord(actor, completion, now)
    if (refusal) return refuse(refusal)
    if (recorded !== null) {
      return refuse(
        conflict('This completion is on record already.', { type: 'TrainingCompletion', id: recorded }),
      )
    }
    const expiresOn = monthsAfter(completedOn, course.validMonths)
    return allow({ courseId: course.id, personId, completedOn, expiresOn, evidence })
  },
  async apply(tx, completion, { person, accountIds }, context) {
    const { now } = context
    const id = newId(now.getTime())
    await tx.trainingCompletion.createMany({
      data: [{ ...completion, id, recordedById: decider(context), recordedAt: now }],
    })
    // Whoever answers for accounts may count again: the times that ran because they did not end with this (V.B.5).
    const settled = await settleTimers(tx, accountIds, now)
    return {
      result: { type: 'TrainingCompletion', id },
      audit: [
        {
          action: 'training.record',
          componentId: person.componentId,
          subjectType: 'TrainingCompletion',
          subjectId: id,
          clauses: ['IV.A.3'],
          reason: null,
          changes: changesBetween(['courseId', 'personId', 'completedOn', 'expiresOn'], {}, completion),
        },
        ...settledEntries(settled, 'training.record', null),
      ],
      events: [
        { type: 'training.recorded', subjectType: 'TrainingCompletion', subjectId: id },
        { type: 'person.trained', subjectType: 'Person', subjectId: completion.personId },
        ...settled.flatMap(({ events }) => events),
      ],
    }
  },
})

async function lockCourseAndPerson(tx: Tx, { courseId, personId, completedOn }: z.infer<typeof input>) {
  const [course] = await tx.$queryRaw<{ id: string; validMonths: number; endedAt: Date | null }[]>`
    SELECT id, valid_months AS "validMonths", ended_at AS "endedAt" FROM training_course
    WHERE id = ${courseId}::uuid FOR UPDATE`
  if (!course) throw new DomainError(notFound('course'))
  const [person] = await tx.$queryRaw<{ state: 'ACTIVE' | 'DEACTIVATED'; componentId: string | null }[]>`
    SELECT state::text, component_id AS "componentId" FROM person WHERE id = ${personId}::uuid FOR UPDATE`
  if (!person) throw new DomainError(invalidInput('personId', 'There is no such person.'))
  const recorded = await tx.trainingCompletion.findFirst({
    where: { courseId, personId, completedOn: new Date(`${completedOn}T00:00:00Z`) },
    select: { id: true },
  })
  return { course, person, recorded: recorded?.id ?? null, accountIds: await lockAccountsOf(tx, personId) }
}
