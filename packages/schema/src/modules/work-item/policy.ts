import { setWorkPolicy } from '@official-accounts/commands/work/set-work-policy'
import { builder, INTERNAL } from '../../builder.ts'
import { changeInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'

const MOST = 500

export const WorkPolicyNode = builder.prismaNode('WorkPolicy', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description:
    'By when the work of a queue is due, and when it goes up the line: policy data, which no clause gives.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    queue: t.exposeString('queue', { description: 'Of which queue; * for every other.' }),
    dueDays: t.exposeInt('dueDays', {
      description: 'Days after which what has no date of its own is due.',
    }),
    stepDays: t.exposeInt('stepDays', {
      description: 'Days overdue after which it goes from one office to the next.',
    }),
    noticeDays: t.exposeInt('noticeDays', { description: 'Days before an end at which it becomes work.' }),
    isDefault: t.exposeBoolean('isDefault', {
      description: 'Whether nobody has set it yet: a value to start from.',
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When it was set.' }),
  }),
})

const SetWorkPolicyInput = changeInput('SetWorkPolicyInput', 'The days of a queue.', (t) => ({
  queue: t.string({ required: true, description: 'The queue’s kind, or * for every other.' }),
  dueDays: t.int({ required: true, description: 'Days after which work is due, 1 to 365.' }),
  stepDays: t.int({ required: true, description: 'Days from one office to the next, 1 to 365.' }),
  noticeDays: t.int({
    required: true,
    description: 'Days before an end at which it becomes work, 1 to 365.',
  }),
  reason: t.string({ required: true, description: 'Why.' }),
}))

mutationsOf(WorkPolicyNode, (read, query) => read.workPolicy.findFirstOrThrow(query))(
  setWorkPolicy,
  SetWorkPolicyInput,
  'Sets by when the work of a queue is due, and when it goes up the line (IV.A.5).',
)

builder.queryField('workPolicies', (t) =>
  t.prismaField({
    type: [WorkPolicyNode],
    ...INTERNAL,
    description: 'The days of every queue that has its own, and of all others.',
    resolve: (query, _root, _args, { services }) =>
      services.read.workPolicy.findMany({ ...query, orderBy: { queue: 'asc' }, take: MOST }),
  }),
)
