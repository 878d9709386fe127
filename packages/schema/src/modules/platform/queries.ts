import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId, slugText } from '../../command-field.ts'
import { keysetPage } from '../../keyset.ts'
import { PlatformKindEnum, PlatformStateEnum } from './enums.ts'
import { PLATFORM_ORDERS, PlatformOrderEnum } from './orders.ts'
import { PlatformNode } from './types.ts'

const PlatformFilter = builder.inputType('PlatformFilter', {
  description: 'Which platforms.',
  fields: (t) => ({
    state: t.field({ type: [PlatformStateEnum], description: 'In one of these states.' }),
    kind: t.field({ type: PlatformKindEnum, description: 'Of this kind.' }),
    text: t.string({ description: 'Part of the name.' }),
  }),
})

builder.queryFields((t) => ({
  platform: t.prismaField({
    type: 'Platform',
    nullable: true,
    ...INTERNAL,
    description: 'A platform by its id or its slug; null when there is none.',
    args: { id: t.arg.id({ description: 'Global id.' }), slug: t.arg.string({ description: 'Slug.' }) },
    resolve: (query, _root, { id, slug }, { services }) =>
      services.read.platform.findFirst({
        ...query,
        where: id ? { id: recordId(id, 'Platform') } : { slug: slugText(slug) },
      }),
  }),
  platforms: t.connection(
    {
      type: PlatformNode,
      ...INTERNAL,
      description: 'Platforms, by name when no order is given.',
      args: {
        filter: t.arg({ type: PlatformFilter, description: 'Which ones; all when not given.' }),
        orderBy: t.arg({ type: PlatformOrderEnum, defaultValue: 'SLUG', description: 'In which order.' }),
      },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const text = args.filter?.text?.trim()
        const where = {
          ...(args.filter?.state ? { state: { in: args.filter.state } } : {}),
          ...(args.filter?.kind ? { kind: args.filter.kind } : {}),
          ...(text ? { name: { contains: text, mode: 'insensitive' as const } } : {}),
        }
        const { platform } = context.services.read
        const page = await keysetPage(args, PLATFORM_ORDERS[args.orderBy ?? 'SLUG'], (part) =>
          platform.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => platform.count({ where }) }
      },
    },
    {
      name: 'PlatformConnection',
      description: 'A list of platforms.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'PlatformEdge', description: 'A platform in a list.' },
  ),
}))
