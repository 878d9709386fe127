import { visibleModeration } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { keysetPage, reversed, type SortColumn } from '../../keyset.ts'
import { ModerationFilter, moderationWhere } from './filter.ts'
import { ModerationActionNode } from './types.ts'

// Ids are UUIDv7: their order is the order in which acts were written down.
const OLDEST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'asc', type: 'id', value: ({ id }) => id },
]
const ORDERS = { NEWEST: reversed(OLDEST), OLDEST } as const

const ModerationOrderEnum = builder.enumType('ModerationOrder', {
  description: 'In which order acts of moderation come.',
  values: {
    NEWEST: { value: 'NEWEST', description: 'What was recorded last comes first.' },
    OLDEST: { value: 'OLDEST', description: 'What was recorded first comes first.' },
  } as const,
})

builder.queryFields((t) => ({
  moderationAction: t.prismaField({
    type: 'ModerationAction',
    nullable: true,
    ...INTERNAL,
    description: 'An act of moderation by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      services.read.moderationAction.findFirst({
        ...query,
        where: { AND: [visibleModeration(readReach(actor)), { id: recordId(id, 'ModerationAction') }] },
      }),
  }),
  moderationActions: t.connection(
    {
      type: ModerationActionNode,
      ...INTERNAL,
      description: 'Acts of moderation of components you may see, or all; newest first (IV.D.3).',
      args: {
        filter: t.arg({ type: ModerationFilter, description: 'Which ones; all when not given.' }),
        orderBy: t.arg({ type: ModerationOrderEnum, defaultValue: 'NEWEST', description: 'In which order.' }),
      },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const where = {
          AND: [visibleModeration(readReach(context.actor)), moderationWhere(args.filter)],
        }
        const { moderationAction } = context.services.read
        const page = await keysetPage(args, ORDERS[args.orderBy ?? 'NEWEST'], (part) =>
          moderationAction.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => moderationAction.count({ where }) }
      },
    },
    {
      name: 'ModerationActionConnection',
      description: 'A list of acts of moderation.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'ModerationActionEdge', description: 'An act of moderation in a list.' },
  ),
}))
