import type { Prisma } from '@official-accounts/db/generated/client/client'
import { visibleExceptions } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import type { ExceptionStanding } from '@official-accounts/domain/exception/exception'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { requestNow } from '../../context.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { ExceptionStandingEnum } from './enums.ts'
import { ExceptionNode } from './types.ts'

const ExceptionFilter = builder.inputType('ExceptionFilter', {
  description: 'Which exceptions; every condition has to hold.',
  fields: (t) => ({
    standing: t.field({ type: ExceptionStandingEnum, description: 'Standing so now.' }),
    clause: t.string({ description: 'Naming the clause with this id.' }),
    account: t.id({ description: 'That may cover the account with this global id.' }),
  }),
})

// Ids are UUIDv7: their order is the order in which they were asked for.
const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  exception: t.prismaField({
    type: 'Exception',
    nullable: true,
    ...INTERNAL,
    description: 'An exception by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      services.read.exception.findFirst({
        ...query,
        where: { AND: [visibleExceptions(readReach(actor)), { id: recordId(id, 'Exception') }] },
      }),
  }),
  exceptions: t.connection(
    {
      type: ExceptionNode,
      ...INTERNAL,
      description: 'Requests for exceptions and what became of them, as far as you may see, newest first.',
      args: { filter: t.arg({ type: ExceptionFilter, description: 'Which ones; all when not given.' }) },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { standing, clause, account } = args.filter ?? {}
        const where: Prisma.ExceptionWhereInput = {
          AND: [
            visibleExceptions(readReach(context.actor)),
            standing ? standingCondition(standing, requestNow(context)) : {},
            clause ? { clauses: { has: clause } } : {},
            account ? coveringCondition(recordId(account, 'Account')) : {},
          ],
        }
        const { exception } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          exception.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => exception.count({ where }) }
      },
    },
    {
      name: 'ExceptionConnection',
      description: 'A list of exceptions.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'ExceptionEdge', description: 'An exception in a list.' },
  ),
}))

function coveringCondition(accountId: string): Prisma.ExceptionWhereInput {
  const its = { accounts: { some: { id: accountId } } }
  return {
    OR: [
      { accountId },
      {
        accountId: null,
        AND: [
          { OR: [{ componentId: null }, { component: its }] },
          { OR: [{ platformId: null }, { platform: its }] },
        ],
      },
    ],
  }
}

// The dates that `exceptionStanding` reads, asked of the database.
function standingCondition(standing: ExceptionStanding, now: Date): Prisma.ExceptionWhereInput {
  switch (standing) {
    case 'UPCOMING':
      return { state: 'GRANTED', validFrom: { gt: now } }
    case 'IN_FORCE':
      return { state: 'GRANTED', validFrom: { lte: now }, validUntil: { gt: now } }
    case 'RUN_OUT':
      return { state: 'GRANTED', validUntil: { lte: now } }
    default:
      return { state: standing }
  }
}
