import type { Prisma } from '@official-accounts/db/generated/client/client'
import { visibleTimers } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { AccountTimerKindEnum, AccountTimerNode } from './types.ts'

const AccountTimerFilter = builder.inputType('AccountTimerFilter', {
  description: 'Which times; every condition has to hold.',
  fields: (t) => ({
    kind: t.field({ type: AccountTimerKindEnum, description: 'Of this kind.' }),
    running: t.boolean({ description: 'Whether they still run.' }),
    component: t.string({ description: 'Of accounts of the component with this code or slug.' }),
  }),
})

const DUE_FIRST: readonly SortColumn<{ readonly id: string; readonly dueAt: Date }>[] = [
  { field: 'dueAt', direction: 'asc', type: 'instant', value: ({ dueAt }) => dueAt.toISOString() },
  { field: 'id', direction: 'asc', type: 'id', value: ({ id }) => id },
]

builder.queryField('accountTimers', (t) =>
  t.connection(
    {
      type: AccountTimerNode,
      ...INTERNAL,
      description: 'Times that run against accounts, as far as you may see, what is due first first.',
      args: { filter: t.arg({ type: AccountTimerFilter, description: 'Which ones; all when not given.' }) },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { kind, running, component } = args.filter ?? {}
        const where: Prisma.AccountTimerWhereInput = {
          AND: [
            visibleTimers(readReach(context.actor)),
            kind ? { kind } : {},
            running == null ? {} : { endedAt: running ? null : { not: null } },
            component ? { account: { component: { OR: [{ code: component }, { slug: component }] } } } : {},
          ],
        }
        const { accountTimer } = context.services.read
        const page = await keysetPage(args, DUE_FIRST, (part) =>
          accountTimer.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => accountTimer.count({ where }) }
      },
    },
    {
      name: 'AccountTimerConnection',
      description: 'A list of times that run against accounts.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'AccountTimerEdge', description: 'A time in a list.' },
  ),
)
