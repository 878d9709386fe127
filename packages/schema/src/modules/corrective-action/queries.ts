import { visibleCorrectiveActions } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { dayOf } from '@official-accounts/domain/corrective-action/corrective-action'
import type { Prisma } from '@official-accounts/db/generated/client/client'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { requestNow } from '../../context.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { CorrectiveActionStateEnum } from './enums.ts'
import { CorrectiveActionNode } from './types.ts'

const CorrectiveActionFilter = builder.inputType('CorrectiveActionFilter', {
  description: 'Which corrective actions; every condition has to hold.',
  fields: (t) => ({
    state: t.field({ type: CorrectiveActionStateEnum, description: 'In this state.' }),
    overdue: t.boolean({ description: 'True for those that are still to be done after their day alone.' }),
    component: t.string({ description: 'Of the component with this code or slug.' }),
  }),
})

// Ids are UUIDv7: their order is the order in which they were asked for.
const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  correctiveAction: t.prismaField({
    type: 'CorrectiveAction',
    nullable: true,
    ...INTERNAL,
    description: 'A corrective action by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      services.read.correctiveAction.findFirst({
        ...query,
        where: {
          AND: [visibleCorrectiveActions(readReach(actor)), { id: recordId(id, 'CorrectiveAction') }],
        },
      }),
  }),
  correctiveActions: t.connection(
    {
      type: CorrectiveActionNode,
      ...INTERNAL,
      description: 'What is to be done about findings, as far as you may see, newest first.',
      args: {
        filter: t.arg({ type: CorrectiveActionFilter, description: 'Which ones; all when not given.' }),
      },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { state, overdue, component } = args.filter ?? {}
        const where: Prisma.CorrectiveActionWhereInput = {
          AND: [
            visibleCorrectiveActions(readReach(context.actor)),
            state ? { state } : {},
            overdue ? overdueCondition(requestNow(context)) : {},
            component ? { component: { OR: [{ code: component }, { slug: component }] } } : {},
          ],
        }
        const { correctiveAction } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          correctiveAction.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => correctiveAction.count({ where }) }
      },
    },
    {
      name: 'CorrectiveActionConnection',
      description: 'A list of corrective actions.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'CorrectiveActionEdge', description: 'A corrective action in a list.' },
  ),
}))

/** What `isOverdue` asks, of the database. */
function overdueCondition(now: Date): Prisma.CorrectiveActionWhereInput {
  return { state: { in: ['ASSIGNED', 'RETURNED'] }, dueOn: { lt: dayOf(now) } }
}
