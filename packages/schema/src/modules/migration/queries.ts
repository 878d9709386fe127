import { mayReadImports } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { AGE_ORDERS, AgeOrderEnum } from '../age-order.ts'
import { MigrationStateEnum, RowOutcomeEnum } from './enums.ts'
import { MigrationNode, MigrationRowNode } from './types.ts'

// Rows are numbered as they are written, so their ids come in the file's order.
const IN_FILE_ORDER: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'asc', type: 'id', value: ({ id }) => id },
]
const NOTHING = { id: { in: [] } }

builder.queryFields((t) => ({
  migration: t.prismaField({
    type: 'Migration',
    nullable: true,
    ...INTERNAL,
    description: 'An import by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      mayReadImports(readReach(actor))
        ? services.read.migration.findFirst({ ...query, where: { id: recordId(id, 'Migration') } })
        : null,
  }),
  migrations: t.connection(
    {
      type: MigrationNode,
      ...INTERNAL,
      description: 'Imports, newest first when no order is given; for the department’s offices.',
      args: {
        orderBy: t.arg({ type: AgeOrderEnum, defaultValue: 'NEWEST', description: 'In which order.' }),
        state: t.arg({
          type: [MigrationStateEnum],
          description: 'In one of these states; all when not given.',
        }),
      },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const where = {
          AND: [
            mayReadImports(readReach(context.actor)) ? {} : NOTHING,
            args.state ? { state: { in: args.state } } : {},
          ],
        }
        const { migration } = context.services.read
        const page = await keysetPage(args, AGE_ORDERS[args.orderBy ?? 'NEWEST'], (part) =>
          migration.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => migration.count({ where }) }
      },
    },
    {
      name: 'MigrationConnection',
      description: 'A list of imports.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'MigrationEdge', description: 'An import in a list.' },
  ),
  migrationRows: t.connection(
    {
      type: MigrationRowNode,
      ...INTERNAL,
      description: 'Rows of imports, in the order of the file; for the department’s offices.',
      args: {
        migrationId: t.arg.id({ description: 'Of this import; of all when not given.' }),
        outcome: t.arg({ type: [RowOutcomeEnum], description: 'With one of these outcomes.' }),
        unresolved: t.arg.boolean({ description: 'Only held rows that still wait.' }),
      },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const where = {
          AND: [
            mayReadImports(readReach(context.actor)) ? {} : NOTHING,
            args.migrationId ? { migrationId: recordId(args.migrationId, 'Migration') } : {},
            args.outcome ? { outcome: { in: args.outcome } } : {},
            args.unresolved ? { outcome: 'HELD' as const, resolvedAt: null } : {},
          ],
        }
        const { migrationRow } = context.services.read
        const page = await keysetPage(args, IN_FILE_ORDER, (part) =>
          migrationRow.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => migrationRow.count({ where }) }
      },
    },
    {
      name: 'MigrationRowConnection',
      description: 'A list of imported rows.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'MigrationRowEdge', description: 'An imported row in a list.' },
  ),
}))
