import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { requestNow } from '../../context.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { SecurityPolicyNode } from './types.ts'

// Ids are UUIDv7: their order is the order in which versions were published.
const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  securityPolicy: t.prismaField({
    type: 'SecurityPolicy',
    nullable: true,
    ...INTERNAL,
    description: 'A version of the security policy by its id, or the one in force; null when there is none.',
    args: { id: t.arg.id({ description: 'Global id; the version in force when not given.' }) },
    resolve: (query, _root, { id }, context) =>
      context.services.read.securityPolicy.findFirst({
        ...query,
        where: id ? { id: recordId(id, 'SecurityPolicy') } : { effectiveFrom: { lte: requestNow(context) } },
        orderBy: { effectiveFrom: 'desc' },
      }),
  }),
  securityPolicies: t.connection(
    {
      type: SecurityPolicyNode,
      ...INTERNAL,
      description: 'The versions of the security policy for accounts, the newest first (IV.B.3).',
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { securityPolicy } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          securityPolicy.findMany({ ...query, ...part }),
        )
        return { ...page, countAll: () => securityPolicy.count() }
      },
    },
    {
      name: 'SecurityPolicyConnection',
      description: 'A list of versions of the security policy.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'SecurityPolicyEdge', description: 'A version in a list.' },
  ),
}))
