import type { Prisma } from '@official-accounts/db/generated/client/client'
import { visibleTraining } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { TrainingCompletionNode, TrainingCourseNode } from './types.ts'

const TrainingFilter = builder.inputType('TrainingFilter', {
  description: 'Which completions; every condition has to hold.',
  fields: (t) => ({
    course: t.id({ description: 'Of this course.' }),
    person: t.id({ description: 'Of this person.' }),
  }),
})

const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  trainingCourses: t.connection(
    {
      type: TrainingCourseNode,
      ...INTERNAL,
      description: 'The courses, newest first; everybody inside may read them.',
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { trainingCourse } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          trainingCourse.findMany({ ...query, ...part }),
        )
        return { ...page, countAll: () => trainingCourse.count() }
      },
    },
    {
      name: 'TrainingCourseConnection',
      description: 'A list of courses.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'TrainingCourseEdge', description: 'A course in a list.' },
  ),
  trainingCompletions: t.connection(
    {
      type: TrainingCompletionNode,
      ...INTERNAL,
      description: 'Who completed what, as far as you may see, newest first.',
      args: { filter: t.arg({ type: TrainingFilter, description: 'Which ones; all when not given.' }) },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { course, person } = args.filter ?? {}
        const where: Prisma.TrainingCompletionWhereInput = {
          AND: [
            visibleTraining(readReach(context.actor)),
            course ? { courseId: recordId(course, 'TrainingCourse') } : {},
            person ? { personId: recordId(person, 'Person') } : {},
          ],
        }
        const { trainingCompletion } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          trainingCompletion.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => trainingCompletion.count({ where }) }
      },
    },
    {
      name: 'TrainingCompletionConnection',
      description: 'A list of completions.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'TrainingCompletionEdge', description: 'A completion in a list.' },
  ),
}))
