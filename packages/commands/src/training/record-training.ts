import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, DomainError, invalidInput, notFound } from '@official-accounts/domain/errors'
import { monthsAfter } from '@official-accounts/domain/training/training'
import { checkTrainingRecord } from '@official-accounts/domain/training/training-rules'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'

const input = z.object({
  courseId: z.uuid(),
  personId: z.uuid(),
  completedOn: z.iso.date('A date such as 2027-01-31.'),
  evidence: z.string().trim().max(1000, 'At most 1,000 characters.').nullish(),
})

/** Records that somebody completed a course; how long it counts, the course says (IV.A.3). */
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
  async apply(tx, completion, { person }, context) {
    const { now } = context
    const id = newId(now.getTime())
    await tx.trainingCompletion.createMany({
      data: [{ ...completion, id, recordedById: decider(context), recordedAt: now }],
    })
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
      ],
      events: [
        { type: 'training.recorded', subjectType: 'TrainingCompletion', subjectId: id },
        { type: 'person.trained', subjectType: 'Person', subjectId: completion.personId },
      ],
    }
  },
})

async function lockCourseAndPerson(tx: Tx, { courseId, personId, completedOn }: z.infer<typeof input>) {
  await tx.$queryRaw`SELECT id FROM training_course WHERE id = ${courseId}::uuid FOR UPDATE`
  const course = await tx.trainingCourse.findFirst({
    where: { id: courseId },
    select: { id: true, validMonths: true, endedAt: true },
  })
  if (course === null) throw new DomainError(notFound('course'))
  const person = await tx.person.findFirst({
    where: { id: personId },
    select: { state: true, componentId: true },
  })
  if (person === null) throw new DomainError(invalidInput('personId', 'There is no such person.'))
  const recorded = await tx.trainingCompletion.findFirst({
    where: { courseId, personId, completedOn: new Date(`${completedOn}T00:00:00Z`) },
    select: { id: true },
  })
  return { course, person, recorded: recorded?.id ?? null }
}
