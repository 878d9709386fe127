import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { LawChecklistNode } from './types.ts'

// Ids are UUIDv7: their order is the order in which they were adopted.
const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  lawChecklist: t.prismaField({
    type: 'LawChecklist',
    ...INTERNAL,
    description: 'What law and policy ask of every account now (V.A.2).',
    resolve: (query, _root, _args, { services }) =>
      services.read.lawChecklist.findFirstOrThrow({ ...query, orderBy: { version: 'desc' } }),
  }),
  lawChecklists: t.connection(
    {
      type: LawChecklistNode,
      ...INTERNAL,
      description: 'Every version of the checklist of law and policy, newest first.',
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { lawChecklist } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          lawChecklist.findMany({ ...query, ...part }),
        )
        return { ...page, countAll: () => lawChecklist.count() }
      },
    },
    {
      name: 'LawChecklistConnection',
      description: 'Versions of the checklist of law and policy.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'LawChecklistEdge', description: 'A version of the checklist in a list.' },
  ),
}))
