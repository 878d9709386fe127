import { visibleIncidents } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId } from '../../command-field.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { IncidentKindEnum, IncidentStateEnum } from './enums.ts'
import { IncidentNode } from './types.ts'

const IncidentFilter = builder.inputType('IncidentFilter', {
  description: 'Which incidents; every condition has to hold.',
  fields: (t) => ({
    kind: t.field({ type: IncidentKindEnum, description: 'Of this kind.' }),
    state: t.field({ type: IncidentStateEnum, description: 'Standing so.' }),
    account: t.id({ description: 'Of the account with this global id.' }),
  }),
})

// Ids are UUIDv7: their order is the order of the reports.
const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryFields((t) => ({
  incident: t.prismaField({
    type: 'Incident',
    nullable: true,
    ...INTERNAL,
    description: 'An incident by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      services.read.incident.findFirst({
        ...query,
        where: { AND: [visibleIncidents(readReach(actor)), { id: recordId(id, 'Incident') }] },
      }),
  }),
  incidents: t.connection(
    {
      type: IncidentNode,
      ...INTERNAL,
      description: 'Incidents you reported, of components you may see, or all; newest first.',
      args: { filter: t.arg({ type: IncidentFilter, description: 'Which ones; all when not given.' }) },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const { kind, state, account } = args.filter ?? {}
        const where = {
          AND: [
            visibleIncidents(readReach(context.actor)),
            kind ? { kind } : {},
            state ? { state } : {},
            account ? { accountId: recordId(account, 'Account') } : {},
          ],
        }
        const { incident } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
          incident.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => incident.count({ where }) }
      },
    },
    {
      name: 'IncidentConnection',
      description: 'A list of incidents.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'IncidentEdge', description: 'An incident in a list.' },
  ),
}))
