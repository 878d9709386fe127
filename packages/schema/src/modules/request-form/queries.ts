import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { RequestFormNode } from './types.ts'

// Ids are UUIDv7: their order is the order in which they were adopted.
const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  requestForm: t.prismaField({
    type: 'RequestForm',
    ...INTERNAL,
    description: 'The form in force, by which accounts are requested (V.B.3).',
    resolve: (query, _root, _args, { services }) =>
      services.read.requestForm.findFirstOrThrow({ ...query, orderBy: { version: 'desc' } }),
  }),
  requestForms: t.connection(
    {
      type: RequestFormNode,
      ...INTERNAL,
      description: 'Every version of the form, newest first.',
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { requestForm } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          requestForm.findMany({ ...query, ...part }),
        )
        return { ...page, countAll: () => requestForm.count() }
      },
    },
    {
      name: 'RequestFormConnection',
      description: 'Versions of the form.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'RequestFormEdge', description: 'A version of the form in a list.' },
  ),
}))
