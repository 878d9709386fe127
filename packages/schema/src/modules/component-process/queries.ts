import type { Prisma } from '@official-accounts/db/generated/client/client'
import { visibleComponentDocuments } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { ComponentProcessStateEnum } from './enums.ts'
import { ComponentProcessNode } from './types.ts'

const ComponentProcessFilter = builder.inputType('ComponentProcessFilter', {
  description: 'Which versions; every condition has to hold.',
  fields: (t) => ({
    component: t.string({ description: 'Of the component with this code or slug.' }),
    state: t.field({ type: [ComponentProcessStateEnum], description: 'In one of these states.' }),
  }),
})

const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  componentProcess: t.prismaField({
    type: 'ComponentProcess',
    nullable: true,
    ...INTERNAL,
    description:
      'A version of a component’s publishing process by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      services.read.componentProcess.findFirst({
        ...query,
        where: {
          AND: [visibleComponentDocuments(readReach(actor)), { id: recordId(id, 'ComponentProcess') }],
        },
      }),
  }),
  componentProcesses: t.connection(
    {
      type: ComponentProcessNode,
      ...INTERNAL,
      description:
        'The components’ publishing processes in their versions, as far as you may see, newest first (IV.E.1).',
      args: {
        filter: t.arg({ type: ComponentProcessFilter, description: 'Which ones; all when not given.' }),
      },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { component, state } = args.filter ?? {}
        const where: Prisma.ComponentProcessWhereInput = {
          AND: [
            visibleComponentDocuments(readReach(context.actor)),
            component ? { component: { OR: [{ code: component }, { slug: component }] } } : {},
            state ? { state: { in: state } } : {},
          ],
        }
        const { componentProcess } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          componentProcess.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => componentProcess.count({ where }) }
      },
    },
    {
      name: 'ComponentProcessConnection',
      description: 'A list of versions.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'ComponentProcessEdge', description: 'A version in a list.' },
  ),
}))
