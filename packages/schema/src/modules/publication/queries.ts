import { mayReadPublications } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { keysetPage } from '../../keyset.ts'
import { AGE_ORDERS, AgeOrderEnum } from '../age-order.ts'
import { PublicationStateEnum } from './enums.ts'
import { PublicationNode } from './types.ts'

const NOTHING = { id: { in: [] } }

builder.queryFields((t) => ({
  publication: t.prismaField({
    type: 'Publication',
    nullable: true,
    ...INTERNAL,
    description: 'A publication by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      mayReadPublications(readReach(actor))
        ? services.read.publication.findFirst({ ...query, where: { id: recordId(id, 'Publication') } })
        : null,
  }),
  publications: t.connection(
    {
      type: PublicationNode,
      ...INTERNAL,
      description:
        'Publications of the directory, newest first when no order is given; for the department’s offices.',
      args: {
        orderBy: t.arg({ type: AgeOrderEnum, defaultValue: 'NEWEST', description: 'In which order.' }),
        state: t.arg({
          type: [PublicationStateEnum],
          description: 'In one of these states; all when not given.',
        }),
      },
      resolve: async (_root, args, context, info) => {
        const { select } = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const where = {
          AND: [
            mayReadPublications(readReach(context.actor)) ? {} : NOTHING,
            args.state ? { state: { in: args.state } } : {},
          ],
        }
        const { publication } = context.services.read
        const page = await keysetPage(args, AGE_ORDERS[args.orderBy ?? 'NEWEST'], (part) =>
          publication.findMany({
            ...(select ? { select } : {}),
            ...part,
            where: { AND: [where, part.where] },
          }),
        )
        return { ...page, countAll: () => publication.count({ where }) }
      },
    },
    {
      name: 'PublicationConnection',
      description: 'A list of publications.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'PublicationEdge', description: 'A publication in a list.' },
  ),
}))
