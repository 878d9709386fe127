import type { Prisma } from '@official-accounts/db/generated/client/client'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { requestNow, type RequestContext } from '../../context.ts'
import { builder, EVERYWHERE } from '../../builder.ts'
import { slugText } from '../../command-field.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { HOT_COUNT } from '../../whole-operation/hot-count.ts'
import { hotPage, hotRecord } from '../../whole-operation/hot-root.ts'
import { DirectoryAccountStatusEnum } from './enums.ts'
import { DirectoryAccountNode, DirectoryChangeNode } from './types.ts'

/** The client that may read the public views: as the public role for strangers. */
export function directoryClient({ actor, services }: RequestContext) {
  return actor.kind === 'ANONYMOUS' ? services.directory : services.read
}

const BY_SORT_KEY: readonly SortColumn<{ readonly sortKey: string }>[] = [
  { field: 'sortKey', direction: 'asc', type: 'text', value: ({ sortKey }) => sortKey },
]

const NEWEST_FIRST: readonly SortColumn<{ readonly at: Date; readonly id: string }>[] = [
  { field: 'at', direction: 'desc', type: 'instant', value: ({ at }) => at },
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

const DirectoryFilter = builder.inputType('DirectoryFilter', {
  description: 'Which listed accounts; every condition has to hold.',
  subGraphs: EVERYWHERE,
  fields: (t) => ({
    component: t.string({ description: 'Of the component with this code or slug.' }),
    platform: t.string({ description: 'On the platform with this slug.' }),
    language: t.string({ description: 'In this language.' }),
    topic: t.string({ description: 'About this topic.' }),
    status: t.field({ type: DirectoryAccountStatusEnum, description: 'With this status.' }),
    text: t.string({ description: 'Part of the name, handle or purpose.' }),
  }),
})

const PUBLIC = { subGraphs: EVERYWHERE }

const LISTED_ACCOUNTS = hotPage<{ readonly filter?: typeof DirectoryFilter.$inferInput | null }>({
  model: 'DirectoryAccount',
  order: () => BY_SORT_KEY,
  where: ({ filter }) => ({ AND: conditions(filter ?? {}) }),
})

const ONE_LISTED = hotRecord<{ readonly slug: string }>({
  model: 'DirectoryAccount',
  where: ({ slug }) => ({ slug: slugText(slug) }),
})

const CHANGES = hotPage<{ readonly since?: Date | null }>({
  model: 'DirectoryChange',
  order: () => NEWEST_FIRST,
  where: ({ since }) => (since ? { at: { gte: since } } : {}),
})

builder.queryFields((t) => ({
  directoryAccounts: t.connection(
    {
      ...PUBLIC,
      type: DirectoryAccountNode,
      description: 'The official accounts, by component, platform and handle. A page has 20, at most 100.',
      args: { filter: t.arg({ type: DirectoryFilter, description: 'Which ones; all when not given.' }) },
      extensions: { wholeOperation: LISTED_ACCOUNTS },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const where = LISTED_ACCOUNTS.where(args, context.actor, requestNow(context))
        const { directoryAccount } = directoryClient(context)
        const page = await keysetPage(args, BY_SORT_KEY, (part) =>
          directoryAccount.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => directoryAccount.count({ where }) }
      },
    },
    {
      ...PUBLIC,
      name: 'DirectoryAccountConnection',
      description: 'A list of official accounts.',
      fields: (t) => ({
        totalCount: t.int({
          description: 'How many there are.',
          extensions: { wholeOperation: HOT_COUNT },
          resolve: ({ countAll }) => countAll(),
        }),
      }),
    },
    { ...PUBLIC, name: 'DirectoryAccountEdge', description: 'An official account in a list.' },
  ),
  directoryAccount: t.prismaField({
    ...PUBLIC,
    type: 'DirectoryAccount',
    nullable: true,
    description: 'A listed account by its slug; null when there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Its slug.' }) },
    extensions: { wholeOperation: ONE_LISTED },
    resolve: (query, _root, args, context) =>
      directoryClient(context).directoryAccount.findFirst({
        ...query,
        where: ONE_LISTED.where(args, context.actor, requestNow(context)),
      }),
  }),
  directoryComponents: t.prismaField({
    ...PUBLIC,
    type: ['DirectoryComponent'],
    description: 'Every part of the department, by its short name.',
    resolve: (query, _root, _args, context) =>
      directoryClient(context).directoryComponent.findMany({
        ...query,
        orderBy: [{ code: 'asc' }],
        take: 1000,
      }),
  }),
  directoryPlatforms: t.prismaField({
    ...PUBLIC,
    type: ['DirectoryPlatform'],
    description: 'Every platform the public may know of, by name: decided ones and the terms inventory.',
    resolve: (query, _root, _args, context) =>
      directoryClient(context).directoryPlatform.findMany({
        ...query,
        orderBy: [{ slug: 'asc' }],
        take: 1000,
      }),
  }),
  directoryArchivedListings: t.prismaField({
    ...PUBLIC,
    type: ['DirectoryArchivedListing'],
    description:
      'Archived rows of external registers about accounts that are not listed here. At most 10,000.',
    resolve: (query, _root, _args, context) =>
      directoryClient(context).directoryArchivedListing.findMany({
        ...query,
        orderBy: [{ canonicalKey: 'asc' }, { id: 'asc' }],
        take: 10_000,
      }),
  }),
  directoryChanges: t.connection(
    {
      ...PUBLIC,
      type: DirectoryChangeNode,
      description: 'What changed on the list, newest first.',
      args: {
        since: t.arg({ type: 'DateTime', description: 'Only what happened at this instant or later.' }),
      },
      extensions: { wholeOperation: CHANGES },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const where = CHANGES.where(args, context.actor, requestNow(context))
        return keysetPage(args, NEWEST_FIRST, (part) =>
          directoryClient(context).directoryChange.findMany({
            ...query,
            ...part,
            where: { AND: [where, part.where] },
          }),
        )
      },
    },
    { ...PUBLIC, name: 'DirectoryChangeConnection', description: 'A list of changes.' },
    { ...PUBLIC, name: 'DirectoryChangeEdge', description: 'A change in a list.' },
  ),
}))

function conditions(filter: typeof DirectoryFilter.$inferInput): Prisma.DirectoryAccountWhereInput[] {
  const { component, platform, language, topic, status, text } = filter
  const contains = text?.trim()
  const match = { contains: contains ?? '', mode: 'insensitive' as const }
  return [
    ...(component ? [{ component: { OR: [{ code: component }, { slug: component }] } }] : []),
    ...(platform ? [{ platform: { slug: platform } }] : []),
    ...(language ? [{ language }] : []),
    ...(topic ? [{ topics: { has: topic } }] : []),
    ...(status ? [{ status }] : []),
    ...(contains ? [{ OR: [{ title: match }, { handle: match }, { purpose: match }] }] : []),
  ]
}
