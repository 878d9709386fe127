import type { Prisma } from '@official-accounts/db/generated/client/client'
import { visibleRiskMitigations, visibleRisks } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { dayOf, levelsRated, type RiskRating } from '@official-accounts/domain/risk/risk'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId, slugText } from '../../command-field.ts'
import { requestNow } from '../../context.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { RiskAreaEnum, RiskRatingEnum, RiskStateEnum } from './enums.ts'
import { RiskNode } from './types.ts'

const RiskFilter = builder.inputType('RiskFilter', {
  description: 'Which risks; every condition has to hold.',
  fields: (t) => ({
    area: t.field({ type: RiskAreaEnum, description: 'To this.' }),
    state: t.field({ type: RiskStateEnum, description: 'In this state.' }),
    rating: t.field({ type: RiskRatingEnum, description: 'Of which what is left is rated so.' }),
    reviewOverdue: t.boolean({ description: 'True for those that were not looked at again in time alone.' }),
    platform: t.string({ description: 'On the platform with this slug.' }),
    account: t.id({ description: 'Of the account with this global id.' }),
    component: t.string({ description: 'Of the component with this code or slug.' }),
  }),
})

// Ids are UUIDv7: their order is the order in which they were raised.
const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  risk: t.prismaField({
    type: 'Risk',
    nullable: true,
    ...INTERNAL,
    description: 'A risk by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      services.read.risk.findFirst({
        ...query,
        where: { AND: [visibleRisks(readReach(actor)), { id: recordId(id, 'Risk') }] },
      }),
  }),
  riskMitigation: t.prismaField({
    type: 'RiskMitigation',
    nullable: true,
    ...INTERNAL,
    description: 'A mitigation of a risk by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      services.read.riskMitigation.findFirst({
        ...query,
        where: { AND: [visibleRiskMitigations(readReach(actor)), { id: recordId(id, 'RiskMitigation') }] },
      }),
  }),
  risks: t.connection(
    {
      type: RiskNode,
      ...INTERNAL,
      description: 'The register of risks, as far as you may see it, newest first.',
      args: { filter: t.arg({ type: RiskFilter, description: 'Which ones; all when not given.' }) },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { area, state, rating, reviewOverdue, platform, account, component } = args.filter ?? {}
        const where: Prisma.RiskWhereInput = {
          AND: [
            visibleRisks(readReach(context.actor)),
            area ? { area } : {},
            state ? { state } : {},
            rating ? ratedCondition(rating) : {},
            reviewOverdue ? overdueCondition(requestNow(context)) : {},
            platform ? { platform: { slug: slugText(platform) } } : {},
            account ? { accountId: recordId(account, 'Account') } : {},
            component ? { component: { OR: [{ code: component }, { slug: component }] } } : {},
          ],
        }
        const { risk } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          risk.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => risk.count({ where }) }
      },
    },
    {
      name: 'RiskConnection',
      description: 'A list of risks.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'RiskEdge', description: 'A risk in a list.' },
  ),
}))

/** What `residualRating` answers, asked of the database. */
function ratedCondition(rating: RiskRating): Prisma.RiskWhereInput {
  return {
    OR: levelsRated(rating).flatMap(({ likelihood, impact }) => [
      { residualLikelihood: likelihood, residualImpact: impact },
      { residualLikelihood: null, likelihood, impact },
    ]),
  }
}

/** What `isReviewOverdue` asks, of the database. */
function overdueCondition(now: Date): Prisma.RiskWhereInput {
  return { state: { not: 'CLOSED' }, reviewBy: { lt: dayOf(now) } }
}
