import type { Prisma } from '@official-accounts/db/generated/client/client'
import { visibleAccess } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { AccessKindEnum, AccessStateEnum } from './enums.ts'
import { AccessGrantNode } from './types.ts'

const AccessFilter = builder.inputType('AccessFilter', {
  description: 'Which records of access; every condition has to hold.',
  fields: (t) => ({
    kind: t.field({ type: AccessKindEnum, description: 'Of this kind.' }),
    state: t.field({ type: AccessStateEnum, description: 'In this state.' }),
    mine: t.boolean({ description: 'Whether to show your own alone.' }),
  }),
})

const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  accessGrant: t.prismaField({
    type: 'AccessGrant',
    nullable: true,
    ...INTERNAL,
    description: 'A record of access by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      services.read.accessGrant.findFirst({
        ...query,
        where: { AND: [visibleAccess(readReach(actor)), { id: recordId(id, 'AccessGrant') }] },
      }),
  }),
  accessGrants: t.connection(
    {
      type: AccessGrantNode,
      ...INTERNAL,
      description: 'Who asked for access and who has it, as far as you may see, newest first.',
      args: { filter: t.arg({ type: AccessFilter, description: 'Which ones; all when not given.' }) },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const reach = readReach(context.actor)
        const { kind, state, mine } = args.filter ?? {}
        const where: Prisma.AccessGrantWhereInput = {
          AND: [
            visibleAccess(reach),
            kind ? { kind } : {},
            state ? { state } : {},
            mine ? { personId: { in: reach.personId === null ? [] : [reach.personId] } } : {},
          ],
        }
        const { accessGrant } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          accessGrant.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => accessGrant.count({ where }) }
      },
    },
    {
      name: 'AccessGrantConnection',
      description: 'A list of records of access.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'AccessGrantEdge', description: 'A record of access in a list.' },
  ),
}))
