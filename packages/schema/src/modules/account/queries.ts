import type { Prisma } from '@official-accounts/db/generated/client/client'
import { accountsWithSeenContacts, visibleAccounts } from '@official-accounts/db/visibility'
import { readReach, type Reach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId, slugText } from '../../command-field.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { AccountStateEnum, UseCategoryEnum } from '../enums.ts'
import { AccountNode } from './types.ts'

interface AccountRow {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly changedAt: Date
}

const ID: SortColumn<AccountRow> = { field: 'id', direction: 'asc', type: 'id', value: ({ id }) => id }

const ORDERS = {
  SLUG: [{ field: 'slug', direction: 'asc', type: 'text', value: ({ slug }) => slug }],
  TITLE: [{ field: 'title', direction: 'asc', type: 'text', value: ({ title }) => title }, ID],
  RECENTLY_CHANGED: [
    { field: 'changedAt', direction: 'desc', type: 'instant', value: ({ changedAt }) => changedAt },
    { ...ID, direction: 'desc' },
  ],
} as const satisfies Record<string, readonly SortColumn<AccountRow>[]>

const AccountOrderEnum = builder.enumType('AccountOrder', {
  description: 'In which order accounts come.',
  values: {
    SLUG: { value: 'SLUG', description: 'By platform and handle.' },
    TITLE: { value: 'TITLE', description: 'By name.' },
    RECENTLY_CHANGED: { value: 'RECENTLY_CHANGED', description: 'What changed last comes first.' },
  } as const,
})

const AccountFilter = builder.inputType('AccountFilter', {
  description: 'Which accounts; every condition has to hold.',
  fields: (t) => ({
    state: t.field({ type: [AccountStateEnum], description: 'In one of these states.' }),
    component: t.string({ description: 'Of the component with this code or slug.' }),
    platform: t.string({ description: 'On the platform with this slug.' }),
    useCategory: t.field({ type: UseCategoryEnum, description: 'Used for this.' }),
    vacant: t.boolean({ description: 'Whether nobody answers for it (V.B.5), as far as you may see.' }),
    unclaimed: t.boolean({ description: 'Whether it was imported and not claimed yet.' }),
    underPlatformReview: t.boolean({ description: 'Whether it waits because of its platform (IV.A.2).' }),
    language: t.string({ description: 'In this language.' }),
    topic: t.string({ description: 'About this topic.' }),
    text: t.string({ description: 'Part of the name, handle or address.' }),
  }),
})

type Filter = typeof AccountFilter.$inferInput

builder.queryFields((t) => ({
  account: t.prismaField({
    type: 'Account',
    nullable: true,
    ...INTERNAL,
    description: 'An account by its id or its slug; null when there is none or you may not see it.',
    args: { id: t.arg.id({ description: 'Global id.' }), slug: t.arg.string({ description: 'Slug.' }) },
    resolve: (query, _root, { id, slug }, { actor, services }) =>
      services.read.account.findFirst({
        ...query,
        where: {
          AND: [
            visibleAccounts(readReach(actor)),
            id ? { id: recordId(id, 'Account') } : { slug: slugText(slug) },
          ],
        },
      }),
  }),
  accounts: t.connection(
    {
      type: AccountNode,
      ...INTERNAL,
      description: 'The accounts you may see.',
      args: {
        filter: t.arg({ type: AccountFilter, description: 'Which ones; all you may see when not given.' }),
        orderBy: t.arg({ type: AccountOrderEnum, defaultValue: 'SLUG', description: 'In which order.' }),
      },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const reach = readReach(context.actor)
        const where = { AND: [visibleAccounts(reach), ...conditions(args.filter ?? {}, reach)] }
        const { account } = context.services.read
        const page = await keysetPage(args, ORDERS[args.orderBy ?? 'SLUG'], (part) =>
          account.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => account.count({ where }) }
      },
    },
    {
      name: 'AccountConnection',
      description: 'A list of accounts.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'AccountEdge', description: 'An account in a list.' },
  ),
}))

function conditions(filter: Filter, reach: Reach): Prisma.AccountWhereInput[] {
  const { state, component, platform, useCategory, language, topic } = filter
  return [
    ...(state ? [{ state: { in: state } }] : []),
    ...(component ? [{ component: { OR: [{ code: component }, { slug: component }] } }] : []),
    ...(platform ? [{ platform: { slug: platform } }] : []),
    ...(useCategory ? [useCategory === 'OPERATIONAL' ? { id: { in: [] } } : { useCategory }] : []),
    ...(language ? [{ language }] : []),
    ...(topic ? [{ topics: { has: topic } }] : []),
    ...flagConditions(filter, reach),
    ...textCondition(filter.text),
  ]
}

const ANSWERED: Prisma.AccountWhereInput = {
  contacts: { some: { role: 'PRIMARY', endedAt: null, person: { state: 'ACTIVE' } } },
}
const VACANT: Prisma.AccountWhereInput = {
  AND: [{ state: { in: ['ACTIVE', 'SUSPENDED', 'RETIRING'] } }, { NOT: ANSWERED }],
}
const UNCLAIMED: Prisma.AccountWhereInput = {
  migrationId: { not: null },
  claimedAt: null,
  state: { not: 'RETIRED' },
}
const UNDER_REVIEW: Prisma.AccountWhereInput = { platformReviewSince: { not: null } }

function flagConditions(
  { vacant, unclaimed, underPlatformReview }: Filter,
  reach: Reach,
): Prisma.AccountWhereInput[] {
  const flags: readonly (readonly [boolean | null | undefined, Prisma.AccountWhereInput])[] = [
    [vacant, { AND: [accountsWithSeenContacts(reach), VACANT] }],
    [unclaimed, UNCLAIMED],
    [underPlatformReview, UNDER_REVIEW],
  ]
  return flags.flatMap(([wanted, condition]) =>
    wanted == null ? [] : [wanted ? condition : { NOT: condition }],
  )
}

function textCondition(text: string | null | undefined): Prisma.AccountWhereInput[] {
  const contains = text?.trim()
  if (!contains) return []
  const match = { contains, mode: 'insensitive' as const }
  return [{ OR: [{ title: match }, { handle: match }, { profileUrl: match }] }]
}
