import { visibleFindings } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { recordId, slugText } from '../../command-field.ts'
import { keysetPage, reversed, type SortColumn } from '../../keyset.ts'
import { FindingOriginEnum, FindingSeverityEnum, FindingStateEnum } from './enums.ts'
import { FindingNode } from './types.ts'

interface FindingRow {
  readonly id: string
  readonly clause: string
  readonly component?: { readonly code: string }
}

type Order = readonly SortColumn<FindingRow>[]

const ID: Order = [{ field: 'id', direction: 'asc', type: 'id', value: ({ id }) => id }]
const CLAUSE: Order = [
  { field: 'clause', direction: 'asc', type: 'text', value: ({ clause }) => clause },
  ...ID,
]
const COMPONENT: Order = [
  {
    field: 'code',
    relation: 'component',
    direction: 'asc',
    type: 'text',
    value: ({ component }) => component?.code ?? '',
  },
  ...ID,
]
const ORDERS = {
  NEWEST: reversed(ID),
  OLDEST: ID,
  CLAUSE,
  CLAUSE_DESC: reversed(CLAUSE),
  COMPONENT,
  COMPONENT_DESC: reversed(COMPONENT),
} as const satisfies Record<string, Order>
const COMPONENT_CODE = { component: { select: { code: true } } }

const FindingOrderEnum = builder.enumType('FindingOrder', {
  description: 'In which order findings come.',
  values: {
    NEWEST: { value: 'NEWEST', description: 'The newest comes first.' },
    OLDEST: { value: 'OLDEST', description: 'The oldest comes first.' },
    CLAUSE: { value: 'CLAUSE', description: 'By the clause that is broken.' },
    CLAUSE_DESC: { value: 'CLAUSE_DESC', description: 'By the clause that is broken, from the end.' },
    COMPONENT: { value: 'COMPONENT', description: 'By the component’s short name.' },
    COMPONENT_DESC: { value: 'COMPONENT_DESC', description: 'By the component’s short name, from the end.' },
  } as const,
})

builder.queryField('finding', (t) =>
  t.prismaField({
    type: 'Finding',
    nullable: true,
    ...INTERNAL,
    description: 'A finding by its id; null when there is none or you may not see it.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (query, _root, { id }, { actor, services }) =>
      services.read.finding.findFirst({
        ...query,
        where: { AND: [visibleFindings(readReach(actor)), { id: recordId(id, 'Finding') }] },
      }),
  }),
)

builder.queryField('findings', (t) =>
  t.connection(
    {
      type: FindingNode,
      ...INTERNAL,
      description: 'What does not hold, as far as you may see, newest first when no order is given.',
      args: {
        state: t.arg({ type: FindingStateEnum, description: 'In this state; all when not given.' }),
        severity: t.arg({ type: FindingSeverityEnum, description: 'Of this weight; all when not given.' }),
        origin: t.arg({ type: FindingOriginEnum, description: 'Found so; all when not given.' }),
        platform: t.arg.string({ description: 'About the platform with this slug.' }),
        clause: t.arg.string({ description: 'Against the clause with this id.' }),
        component: t.arg.string({ description: 'Of the component with this code or slug.' }),
        orderBy: t.arg({ type: FindingOrderEnum, defaultValue: 'NEWEST', description: 'In which order.' }),
      },
      resolve: async (_root, args, context, info) => {
        const order = args.orderBy ?? 'NEWEST'
        const { component } = args
        const query = queryFromInfo({
          context,
          info,
          path: ['edges', 'node'],
          ...(order.startsWith('COMPONENT') ? { include: COMPONENT_CODE } : {}),
        })
        const where = {
          AND: [
            visibleFindings(readReach(context.actor)),
            args.state ? { state: args.state } : {},
            args.severity ? { severity: args.severity } : {},
            args.origin ? { origin: args.origin } : {},
            args.platform ? { platform: { slug: slugText(args.platform) } } : {},
            args.clause ? { clause: args.clause } : {},
            component ? { component: { OR: [{ code: component }, { slug: component }] } } : {},
          ],
        }
        const { finding } = context.services.read
        const page = await keysetPage(args, ORDERS[order], (part) =>
          finding.findMany({ ...query, ...part, where: { AND: [where, part.where] } }),
        )
        return { ...page, countAll: () => finding.count({ where }) }
      },
    },
    {
      name: 'FindingConnection',
      description: 'A list of findings.',
      fields: (t) => ({
        totalCount: t.int({ description: 'How many there are.', resolve: ({ countAll }) => countAll() }),
      }),
    },
    { name: 'FindingEdge', description: 'A finding in a list.' },
  ),
)
