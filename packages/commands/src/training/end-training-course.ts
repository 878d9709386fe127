import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { conflict, DomainError, notFound } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { reasonField } from '../exception/exception-transition.ts'

/** Ends a course: nobody is asked for it any more, and what was completed stays on record (IV.A.3). */
export const endTrainingCourse = defineCommand({
  name: 'endTrainingCourse',
  permission: 'training.endCourse',
  subjectType: 'TrainingCourse',
  input: z.object({ courseId: z.uuid(), reason: reasonField }),
  subjectId: ({ courseId }) => courseId,
  async lock(tx, { courseId }) {
    await tx.$queryRaw`SELECT id FROM training_course WHERE id = ${courseId}::uuid FOR UPDATE`
    const course = await tx.trainingCourse.findFirst({
      where: { id: courseId },
      select: { id: true, endedAt: true, version: true },
    })
    if (course === null) throw new DomainError(notFound('course'))
    return course
  },
  place: () => ({ componentId: null }),
  version: ({ version }) => version,
  decide: (_actor, now, { reason }, { endedAt }) =>
    endedAt === null ? allow({ endedAt: now, reason }) : refuse(conflict('This course has ended already.')),
  async apply(tx, { endedAt, reason }, { id, version }, { now }) {
    await tx.trainingCourse.updateMany({
      where: { id },
      data: { endedAt, version: version + 1, changedAt: now },
    })
    return {
      result: { type: 'TrainingCourse', id },
      audit: [
        {
          action: 'training.endCourse',
          componentId: null,
          subjectType: 'TrainingCourse',
          subjectId: id,
          clauses: ['IV.A.3'],
          reason,
          changes: changesBetween(['endedAt'], {}, { endedAt }),
        },
      ],
      events: [{ type: 'training.course-ended', subjectType: 'TrainingCourse', subjectId: id }],
    }
  },
})
