import type { Prisma } from '@official-accounts/db/generated/client/client'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { GuidanceKindEnum, GuidanceTopicEnum } from './enums.ts'
import { GuidanceDocumentNode } from './types.ts'

const GuidanceFilter = builder.inputType('GuidanceFilter', {
  description: 'Which documents; every condition has to hold.',
  fields: (t) => ({
    kind: t.field({ type: GuidanceKindEnum, description: 'Of this kind.' }),
    topic: t.field({ type: GuidanceTopicEnum, description: 'About this.' }),
  }),
})

const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  guidanceDocument: t.prismaField({
    type: 'GuidanceDocument',
    nullable: true,
    ...INTERNAL,
    description: 'A document of the library by its id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { services }) =>
      services.read.guidanceDocument.findFirst({ ...query, where: { id: recordId(id, 'GuidanceDocument') } }),
  }),
  guidanceDocuments: t.connection(
    {
      type: GuidanceDocumentNode,
      ...INTERNAL,
      description: 'The library of guidance and policy, newest first; everybody inside may read it (OIG.3).',
      args: { filter: t.arg({ type: GuidanceFilter, description: 'Which ones; all when not given.' }) },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { kind, topic } = args.filter ?? {}
        const where: Prisma.GuidanceDocumentWhereInput = {
          AND: [kind ? { kind } : {}, topic ? { topic } : {}],
        }
        const { guidanceDocument } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          guidanceDocument.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => guidanceDocument.count({ where }) }
      },
    },
    {
      name: 'GuidanceDocumentConnection',
      description: 'A list of documents.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'GuidanceDocumentEdge', description: 'A document in a list.' },
  ),
}))
