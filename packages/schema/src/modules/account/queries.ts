import { visibleAccounts } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId, slugText } from '../../command-field.ts'
import { requestNow } from '../../context.ts'
import { keysetPage } from '../../keyset.ts'
import { HOT_COUNT } from '../../whole-operation/hot-count.ts'
import { hotPage, hotRecord } from '../../whole-operation/hot-root.ts'
import { accountConditions, AccountFilter } from './filter.ts'
import { ACCOUNT_ORDERS, AccountOrderEnum } from './orders.ts'
import { AccountNode } from './types.ts'

const COMPONENT_CODE = { component: { select: { code: true } } }

interface AccountKey {
  readonly id?: string | null
  readonly slug?: string | null
}

interface AccountsWanted {
  readonly filter?: typeof AccountFilter.$inferInput | null
  readonly orderBy?: keyof typeof ACCOUNT_ORDERS | null
}

const ONE_ACCOUNT = hotRecord<AccountKey>({
  model: 'Account',
  where: ({ id, slug }, actor) => ({
    AND: [visibleAccounts(readReach(actor)), id ? { id: recordId(id, 'Account') } : { slug: slugText(slug) }],
  }),
})

const ACCOUNTS = hotPage<AccountsWanted>({
  model: 'Account',
  order: ({ orderBy }) => ACCOUNT_ORDERS[orderBy ?? 'SLUG'],
  where({ filter }, actor, now) {
    const reach = readReach(actor)
    return { AND: [visibleAccounts(reach), ...accountConditions(filter ?? {}, reach, now)] }
  },
})

builder.queryFields((t) => ({
  account: t.prismaField({
    type: 'Account',
    nullable: true,
    ...INTERNAL,
    description: 'An account by its id or its slug; null when there is none or you may not see it.',
    args: { id: t.arg.id({ description: 'Global id.' }), slug: t.arg.string({ description: 'Slug.' }) },
    extensions: { wholeOperation: ONE_ACCOUNT },
    resolve: (query, _root, args, context) => {
      const where = ONE_ACCOUNT.where(args, context.actor, requestNow(context))
      return context.services.read.account.findFirst({ ...query, where })
    },
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
      extensions: { wholeOperation: ACCOUNTS },
      resolve: async (_root, args, context, info) => {
        const order = args.orderBy ?? 'SLUG'
        const query = queryFromInfo({
          context,
          info,
          path: ['edges', 'node'],
          ...(order.startsWith('COMPONENT') ? { include: COMPONENT_CODE } : {}),
        })
        const where = ACCOUNTS.where(args, context.actor, requestNow(context))
        const { account } = context.services.read
        const page = await keysetPage(args, ACCOUNT_ORDERS[order], (part) =>
          account.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => account.count({ where }) }
      },
    },
    {
      name: 'AccountConnection',
      description: 'A list of accounts.',
      fields: (t) => ({
        totalCount: t.int({
          description: 'How many there are.',
          extensions: { wholeOperation: HOT_COUNT },
          resolve: ({ countAll }) => countAll(),
        }),
      }),
    },
    { name: 'AccountEdge', description: 'An account in a list.' },
  ),
}))
