import { builder } from '../../builder.ts'
import { requestNow } from '../../context.ts'

export const TrainingCourseNode = builder.prismaNode('TrainingCourse', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A course: offered, or required of everybody who answers for an account (IV.A.3).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Its title.' }),
    description: t.exposeString('description', { description: 'What it teaches.' }),
    validMonths: t.exposeInt('validMonths', { description: 'Months a completion counts.' }),
    requiredFrom: t.expose('requiredFrom', {
      type: 'DateTime',
      nullable: true,
      description: 'From when it is required; null where it is only offered.',
    }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
    sample: t.exposeBoolean('sample', { description: 'Whether it is a sample for development.' }),
    addedAt: t.expose('addedAt', { type: 'DateTime', description: 'When it was added.' }),
    addedBy: t.relation('addedBy', { nullable: true, description: 'By whom, where you may see that.' }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
  }),
})

export const TrainingCompletionNode = builder.prismaNode('TrainingCompletion', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'That somebody completed a course, and until when it counts (IV.A.3).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    course: t.relation('course', { description: 'Which course.' }),
    person: t.relation('person', { description: 'Who.' }),
    completedOn: t.expose('completedOn', { type: 'Date', description: 'On which day.' }),
    expiresOn: t.expose('expiresOn', {
      type: 'Date',
      description: 'The first day on which it no longer counts.',
    }),
    current: t.boolean({
      description: 'Whether it counts now.',
      select: { expiresOn: true },
      resolve: ({ expiresOn }, _args, context) => expiresOn > requestNow(context),
    }),
    evidence: t.exposeString('evidence', { nullable: true, description: 'What shows it.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    recordedBy: t.relation('recordedBy', { nullable: true, description: 'By whom, where you may see that.' }),
  }),
})
