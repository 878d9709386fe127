import type { Prisma } from '@official-accounts/db/generated/client/client'
import { visibleDiscoveredAccounts } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { DiscoveredAccountStateEnum } from './enums.ts'
import { DiscoveredAccountNode } from './types.ts'

const DiscoveredAccountFilter = builder.inputType('DiscoveredAccountFilter', {
  description: 'Which discovered accounts; every condition has to hold.',
  fields: (t) => ({
    state: t.field({ type: DiscoveredAccountStateEnum, description: 'Standing so.' }),
    component: t.string({ description: 'Of the component with this code.' }),
  }),
})

// Ids are UUIDv7: their order is the order in which they were reported.
const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  discoveredAccount: t.prismaField({
    type: 'DiscoveredAccount',
    nullable: true,
    ...INTERNAL,
    description: 'A discovered account by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      services.read.discoveredAccount.findFirst({
        ...query,
        where: {
          AND: [visibleDiscoveredAccounts(readReach(actor)), { id: recordId(id, 'DiscoveredAccount') }],
        },
      }),
  }),
  discoveredAccounts: t.connection(
    {
      type: DiscoveredAccountNode,
      ...INTERNAL,
      description: 'Accounts found in use without approval, as far as you may see, newest first (V.B.8).',
      args: {
        filter: t.arg({ type: DiscoveredAccountFilter, description: 'Which ones; all when not given.' }),
      },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { state, component } = args.filter ?? {}
        const where: Prisma.DiscoveredAccountWhereInput = {
          AND: [
            visibleDiscoveredAccounts(readReach(context.actor)),
            state ? { state } : {},
            component ? { component: { code: component } } : {},
          ],
        }
        const { discoveredAccount } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          discoveredAccount.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => discoveredAccount.count({ where }) }
      },
    },
    {
      name: 'DiscoveredAccountConnection',
      description: 'A list of discovered accounts.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'DiscoveredAccountEdge', description: 'A discovered account in a list.' },
  ),
}))
