import type { Prisma } from '@official-accounts/db/generated/client/client'
import { visibleComponentDocuments } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { ComponentPolicyStateEnum } from './enums.ts'
import { ComponentPolicyNode } from './types.ts'

const ComponentPolicyFilter = builder.inputType('ComponentPolicyFilter', {
  description: 'Which versions; every condition has to hold.',
  fields: (t) => ({
    component: t.string({ description: 'Of the component with this code or slug.' }),
    state: t.field({ type: [ComponentPolicyStateEnum], description: 'In one of these states.' }),
  }),
})

const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  componentPolicy: t.prismaField({
    type: 'ComponentPolicy',
    nullable: true,
    ...INTERNAL,
    description:
      'A version of a component’s policy by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      services.read.componentPolicy.findFirst({
        ...query,
        where: {
          AND: [visibleComponentDocuments(readReach(actor)), { id: recordId(id, 'ComponentPolicy') }],
        },
      }),
  }),
  componentPolicies: t.connection(
    {
      type: ComponentPolicyNode,
      ...INTERNAL,
      description: 'The components’ policies in their versions, as far as you may see, newest first (OIG.4).',
      args: {
        filter: t.arg({ type: ComponentPolicyFilter, description: 'Which ones; all when not given.' }),
      },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { component, state } = args.filter ?? {}
        const where: Prisma.ComponentPolicyWhereInput = {
          AND: [
            visibleComponentDocuments(readReach(context.actor)),
            component ? { component: { OR: [{ code: component }, { slug: component }] } } : {},
            state ? { state: { in: state } } : {},
          ],
        }
        const { componentPolicy } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          componentPolicy.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => componentPolicy.count({ where }) }
      },
    },
    {
      name: 'ComponentPolicyConnection',
      description: 'A list of versions.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'ComponentPolicyEdge', description: 'A version in a list.' },
  ),
}))
