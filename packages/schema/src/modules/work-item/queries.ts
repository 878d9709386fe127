import type { PrismaClient } from '@official-accounts/db/generated/client/client'
import type { KnownActor } from '@official-accounts/domain/access/actor'
import { REVIEW_KINDS } from '@official-accounts/domain/platform/platform'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/platform-rules'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { GraphQLError } from 'graphql'
import { builder, INTERNAL } from '../../builder.ts'
import { ACCOUNT_QUEUES, queuePlace } from './queues.ts'

const LARGEST_PAGE = 100

interface WorkItem {
  readonly kind: string
  readonly subjectType: string
  readonly subjectId: string
  readonly title: string
  readonly componentCode: string | null
  readonly reason: string
  readonly action: string
  readonly since: Date
  readonly dueOn: Date | null
}

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
    componentCode: t.exposeString('componentCode', { nullable: true, description: 'Whose record it is.' }),
    reason: t.exposeString('reason', { description: 'Why it waits for you.' }),
    action: t.exposeString('action', { description: 'The next action, by the mutation’s name.' }),
    since: t.expose('since', { type: 'DateTime', description: 'Since when it waits.' }),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: 'By when; null without a date.' }),
  }),
})

const WorkItemsRef = builder.objectRef<{ items: WorkItem[]; totalCount: number }>('WorkItems').implement({
  description: 'What waits for you.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    items: t.expose('items', { type: [WorkItemRef], description: 'What is due first comes first.' }),
    totalCount: t.exposeInt('totalCount', { description: 'How much waits in all.' }),
  }),
})

builder.queryField('workItems', (t) =>
  t.field({
    type: WorkItemsRef,
    ...INTERNAL,
    description: 'What waits for you, what is due first first.',
    args: { first: t.arg.int({ defaultValue: 50, description: 'How many to list, 1 to 100.' }) },
    resolve: async (_root, { first }, { actor, services }) => {
      const size = first ?? 50
      if (size < 1 || size > LARGEST_PAGE) {
        throw new GraphQLError(`first: between 1 and ${LARGEST_PAGE}.`, {
          extensions: { code: 'BAD_USER_INPUT' },
        })
      }
      if (!('roles' in actor)) return { items: [], totalCount: 0 }
      const queues = await Promise.all([
        ...ACCOUNT_QUEUES.map((queue) => accountItems(services.read, actor, queue)),
        reviewItems(services.read, actor),
        migrationItems(services.read, actor),
        heldRowItems(services.read, actor),
      ])
      const items = queues.flatMap(({ items: part }) => part).sort(byDueDate)
      return { items: items.slice(0, size), totalCount: queues.reduce((sum, { total }) => sum + total, 0) }
    },
  }),
)

interface QueueContent {
  readonly items: WorkItem[]
  readonly total: number
}

const EMPTY: QueueContent = { items: [], total: 0 }

async function accountItems(
  read: PrismaClient,
  actor: KnownActor,
  queue: (typeof ACCOUNT_QUEUES)[number],
): Promise<QueueContent> {
  const place = queuePlace(actor, queue.roles)
  if (place === null) return EMPTY
  const where = { AND: [place, queue.where] }
  const [rows, total] = await Promise.all([
    read.account.findMany({
      relationLoadStrategy: 'join',
      where,
      orderBy: [{ claimBy: 'asc' }, { changedAt: 'asc' }],
      take: LARGEST_PAGE,
      select: {
        id: true,
        title: true,
        claimBy: true,
        claimedAt: true,
        changedAt: true,
        component: { select: { code: true } },
      },
    }),
    read.account.count({ where }),
  ])
  const items = rows.map((account) => ({
    kind: queue.kind,
    subjectType: 'Account',
    subjectId: account.id,
    title: account.title,
    componentCode: account.component.code,
    reason: queue.reason,
    action: queue.action,
    since: account.changedAt,
    dueOn: queue.kind === 'CLAIM' ? account.claimBy : null,
  }))
  return { items, total }
}

async function reviewItems(read: PrismaClient, actor: KnownActor): Promise<QueueContent> {
  const kinds = REVIEW_KINDS.filter((kind) =>
    actor.roles.some(({ role }) => role === REVIEW_OFFICES[kind].role),
  )
  if (kinds.length === 0) return EMPTY
  const where = {
    kind: { in: kinds },
    outcome: 'DUE' as const,
    platform: {
      state: {
        in: ['PROPOSED' as const, 'UNDER_REVIEW' as const, 'APPROVED' as const, 'SUSPENDED' as const],
      },
    },
  }
  const [rows, total] = await Promise.all([
    read.platformReview.findMany({
      relationLoadStrategy: 'join',
      where,
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take: LARGEST_PAGE,
      select: { kind: true, dueOn: true, platform: { select: { id: true, name: true, changedAt: true } } },
    }),
    read.platformReview.count({ where }),
  ])
  const items = rows.map(({ kind, dueOn, platform }) => ({
    kind: `REVIEW_${kind}`,
    subjectType: 'Platform',
    subjectId: platform.id,
    title: platform.name,
    componentCode: null,
    reason: `Your office’s ${kind.toLowerCase().replaceAll('_', ' ')} review is due.`,
    action: 'recordPlatformReview',
    since: platform.changedAt,
    dueOn,
  }))
  return { items, total }
}

async function migrationItems(read: PrismaClient, actor: KnownActor): Promise<QueueContent> {
  if (!actor.roles.some(({ role }) => role === 'ASPA')) return EMPTY
  const where = { state: 'SUBMITTED' as const }
  const [rows, total] = await Promise.all([
    read.migration.findMany({
      where,
      orderBy: { submittedAt: 'asc' },
      take: LARGEST_PAGE,
      select: { id: true, fileName: true, submittedAt: true },
    }),
    read.migration.count({ where }),
  ])
  const items = rows.map(({ id, fileName, submittedAt }) => ({
    kind: 'IMPORT',
    subjectType: 'Migration',
    subjectId: id,
    title: fileName,
    componentCode: null,
    reason: 'An import waits for your decision.',
    action: 'decideMigration',
    since: submittedAt,
    dueOn: null,
  }))
  return { items, total }
}

async function heldRowItems(read: PrismaClient, actor: KnownActor): Promise<QueueContent> {
  if (!actor.roles.some(({ role }) => role === 'OPA')) return EMPTY
  const where = { outcome: 'HELD' as const, resolvedAt: null, migration: { state: 'APPLIED' as const } }
  const [rows, total] = await Promise.all([
    read.migrationRow.findMany({
      relationLoadStrategy: 'join',
      where,
      orderBy: { id: 'asc' },
      take: LARGEST_PAGE,
      select: {
        id: true,
        rowNumber: true,
        reason: true,
        migration: { select: { fileName: true, submittedAt: true } },
      },
    }),
    read.migrationRow.count({ where }),
  ])
  const items = rows.map(({ id, rowNumber, reason, migration }) => ({
    kind: 'HELD_ROW',
    subjectType: 'MigrationRow',
    subjectId: id,
    title: `${migration.fileName}, row ${rowNumber}`,
    componentCode: null,
    reason,
    action: 'resolveMigrationRow',
    since: migration.submittedAt,
    dueOn: null,
  }))
  return { items, total }
}

function byDueDate(a: WorkItem, b: WorkItem): number {
  const never = Number.MAX_SAFE_INTEGER
  const due = (a.dueOn?.getTime() ?? never) - (b.dueOn?.getTime() ?? never)
  return due !== 0 ? due : a.since.getTime() - b.since.getTime()
}
