import { visibleViews } from '@official-accounts/db/visibility'
import { builder, INTERNAL } from '../../builder.ts'
import { SavedViewNode, ViewListEnum } from './types.ts'

// A person's, those of their components and everybody's: each place keeps at most fifty.
const MOST_SHOWN = 500

builder.queryField('savedViews', (t) =>
  t.prismaField({
    type: [SavedViewNode],
    ...INTERNAL,
    description:
      'The views of a list that you may open: your own, your components’, and everybody’s; by name.',
    args: { list: t.arg({ type: ViewListEnum, required: true, description: 'Of which list.' }) },
    resolve: (query, _root, { list }, { actor, services }) =>
      services.read.savedView.findMany({
        ...query,
        where: { AND: [{ list }, visibleViews(actor)] },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: MOST_SHOWN,
      }),
  }),
)
