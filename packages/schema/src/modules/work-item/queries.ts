import { encodeGlobalID } from '@pothos/plugin-relay'
import { builder, INTERNAL } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { NO_WORK, readWork, type QueueCount, type WorkPage } from './work-page.ts'
import type { WorkItem } from './work-queue.ts'

const WorkItemRef = builder.objectRef<WorkItem>('WorkItem').implement({
  description: 'Something that waits for you: why, the next action, and by when.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'Which queue it is in.' }),
    subjectType: t.exposeString('subjectType', { description: 'On which kind of record.' }),
    subjectId: t.id({
      description: 'On which record, by its global id.',
      resolve: ({ subjectType, subjectId }) => encodeGlobalID(subjectType, subjectId),
    }),
    title: t.exposeString('title', { description: 'The record’s name.' }),
    detail: t.string({
      nullable: true,
      description: 'What tells it from others of the same name: an account’s platform and handle.',
      resolve: ({ detail }) => detail ?? null,
    }),
    componentCode: t.exposeString('componentCode', { nullable: true, description: 'Whose record it is.' }),
    reason: t.exposeString('reason', { description: 'Why it waits for you.' }),
    action: t.exposeString('action', { description: 'The next action, by the mutation’s name.' }),
    since: t.expose('since', { type: 'DateTime', description: 'Since when it waits.' }),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: 'By when; null without a date.' }),
  }),
})

const WorkQueueCountRef = builder.objectRef<QueueCount>('WorkQueueCount').implement({
  description: 'How much waits in one of your queues.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'Which queue.' }),
    title: t.exposeString('title', { description: 'The queue in words.' }),
    count: t.exposeInt('count', { description: 'How much waits in it.' }),
  }),
})

const WorkItemsRef = builder.objectRef<WorkPage>('WorkItems').implement({
  description: 'A page of what waits for you.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    items: t.field({
      type: [WorkItemRef],
      description: 'What is due first comes first; what has no date comes last.',
      resolve: ({ items }) => [...items],
    }),
    totalCount: t.exposeInt('totalCount', { description: 'How much waits in the queues asked for.' }),
    queues: t.field({
      type: [WorkQueueCountRef],
      description: 'Every queue your roles give you with its count, whichever were asked for.',
      resolve: ({ queues }) => [...queues],
    }),
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether more follows.' }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'The cursor that the next page follows; null on an empty page.',
    }),
  }),
})

builder.queryField('workItems', (t) =>
  t.field({
    type: WorkItemsRef,
    ...INTERNAL,
    description: 'What waits for you, what is due first first.',
    args: {
      first: t.arg.int({ defaultValue: 50, description: 'How many to list, 1 to 100.' }),
      after: t.arg.string({ description: 'The cursor of the page before.' }),
      queues: t.arg.stringList({ description: 'Only these queues, by kind; all of yours when not given.' }),
    },
    resolve: async (_root, { first, after, queues }, context) => {
      const { actor, services } = context
      if (!('roles' in actor)) return NO_WORK
      return readWork(services.read, actor, {
        first: first ?? 50,
        after: after ?? null,
        queues: queues ?? null,
        now: requestNow(context),
      })
    },
  }),
)
