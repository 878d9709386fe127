import type { Prisma } from '@official-accounts/db/generated/client/client'
import { REVIEW_KINDS } from '@official-accounts/domain/platform/platform'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId, slugText } from '../../command-field.ts'
import { requestNow } from '../../context.ts'
import { keysetPage } from '../../keyset.ts'
import { AGE_ORDERS } from '../age-order.ts'
import { ReviewKindEnum } from './enums.ts'
import { readReviewLoad, ReviewLoadRef } from './review-load.ts'
import { ReviewReportNode, ReviewRequirementNode } from './review-types.ts'

const ReviewReportFilter = builder.inputType('ReviewReportFilter', {
  description: 'Which reports; every condition has to hold.',
  fields: (t) => ({
    kind: t.field({ type: ReviewKindEnum, description: 'Of this review.' }),
    platform: t.string({ description: 'Covering the platform with this slug.' }),
  }),
})

builder.queryFields((t) => ({
  reviewReport: t.prismaField({
    type: 'ReviewReport',
    nullable: true,
    ...INTERNAL,
    description: 'What an office found in a review, by its id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { services }) =>
      services.read.reviewReport.findFirst({ ...query, where: { id: recordId(id, 'ReviewReport') } }),
  }),
  reviewReports: t.connection(
    {
      type: ReviewReportNode,
      ...INTERNAL,
      description: 'What offices found in reviews of platforms, newest first: a new one may start from any.',
      args: { filter: t.arg({ type: ReviewReportFilter, description: 'Which ones; all when not given.' }) },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { kind, platform } = args.filter ?? {}
        const where: Prisma.ReviewReportWhereInput = {
          ...(kind ? { kind } : {}),
          ...(platform ? { coverage: { some: { platform: { slug: slugText(platform) } } } } : {}),
        }
        const { reviewReport } = context.services.read
        const page = await keysetPage(args, AGE_ORDERS.NEWEST, (part) =>
          reviewReport.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => reviewReport.count({ where }) }
      },
    },
    {
      name: 'ReviewReportConnection',
      description: 'A list of reports.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'ReviewReportEdge', description: 'A report in a list.' },
  ),
  reviewRequirements: t.field({
    type: [ReviewRequirementNode],
    ...INTERNAL,
    description: 'The reviews that the approval of a platform needs: one line for each kind (IV.A.2).',
    resolve: (_root, _args, { services }) =>
      services.read.reviewRequirement.findMany({ orderBy: { kind: 'asc' }, take: REVIEW_KINDS.length }),
  }),
  reviewLoads: t.field({
    type: [ReviewLoadRef],
    ...INTERNAL,
    description: 'How many reviews of platforms wait for each office: one line for each kind.',
    resolve: (_root, _args, context) => readReviewLoad(context.services.read, requestNow(context)),
  }),
}))
