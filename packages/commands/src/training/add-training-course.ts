import { readTrainingMonths } from '@official-accounts/db/facts/training-facts'
import { newId } from '@official-accounts/db/uuid'
import { changesBetween } from '@official-accounts/domain/audit/audit-entry'
import { allow, refuse } from '@official-accounts/domain/decision'
import { invalidInput } from '@official-accounts/domain/errors'
import { z } from 'zod'
import { decider } from '../account/account-transition.ts'
import { defineCommand } from '../command.ts'
import { nameText } from '../name-text.ts'

const input = z.object({
  title: nameText(200, 'Give the course a title.'),
  description: z.string().trim().min(1, 'Say what it teaches.').max(4000, 'At most 4,000 characters.'),
  validMonths: z.int().min(1, 'At least one month.').max(120, 'At most 120 months.').nullish(),
  /** Required at once, where no other instant is given. */
  required: z.boolean().nullish(),
  requiredFrom: z
    .date()
    .or(
      z.iso
        .datetime({ offset: true, error: 'An instant such as 2027-01-31T00:00:00Z.' })
        .pipe(z.coerce.date()),
    )
    .nullish(),
})

/** Adds a course: offered, or required of everybody who answers for an account from an instant on (IV.A.3). */
export const addTrainingCourse = defineCommand({
  name: 'addTrainingCourse',
  permission: 'training.addCourse',
  subjectType: 'TrainingCourse',
  input,
  subjectId: () => null,
  lock: async (tx) => ({ standardMonths: await readTrainingMonths(tx) }),
  place: () => ({ componentId: null }),
  decide(_actor, now, { title, description, validMonths, required, ...request }, { standardMonths }) {
    const requiredFrom = request.requiredFrom ?? (required ? now : null)
    if (requiredFrom !== null && requiredFrom < now) {
      return refuse(invalidInput('requiredFrom', 'A course is required from now on or later.'))
    }
    return allow({ title, description, validMonths: validMonths ?? standardMonths, requiredFrom })
  },
  async apply(tx, course, _locked, context) {
    const { now } = context
    const id = newId(now.getTime())
    await tx.trainingCourse.createMany({
      data: [{ ...course, id, addedById: decider(context), addedAt: now, changedAt: now }],
    })
    return {
      result: { type: 'TrainingCourse', id },
      audit: [
        {
          action: 'training.addCourse',
          componentId: null,
          subjectType: 'TrainingCourse',
          subjectId: id,
          clauses: ['IV.A.3'],
          reason: null,
          changes: changesBetween(['title', 'validMonths', 'requiredFrom'], {}, course),
        },
      ],
      events: [{ type: 'training.course-added', subjectType: 'TrainingCourse', subjectId: id }],
    }
  },
})
