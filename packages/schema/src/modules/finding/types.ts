import { isClauseId } from '@official-accounts/domain/directive/clauses'
import { visibleFindings } from '@official-accounts/db/visibility'
import { readReach } from '@official-accounts/domain/access/actor'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder, INTERNAL } from '../../builder.ts'
import { ClauseRef } from '../../errors.ts'
import { keysetPage, type SortColumn } from '../../keyset.ts'
import { FindingStateEnum } from '../enums.ts'

const FindingNode = builder.prismaNode('Finding', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A fact that breaks a clause.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    clause: t.field({
      type: ClauseRef,
      nullable: true,
      description: 'Which clause.',
      select: { clause: true },
      resolve: ({ clause }) => (isClauseId(clause) ? clause : null),
    }),
    code: t.exposeString('code', { description: 'What kind of fact.' }),
    state: t.expose('state', { type: FindingStateEnum, description: 'Whether it still holds.' }),
    detail: t.exposeString('detail', { description: 'What is the matter, in words.' }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'Since when.' }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'Until when.' }),
    account: t.relation('account', { nullable: true, description: 'About which account.' }),
    component: t.relation('component', { description: 'Of which component.' }),
  }),
})

const NEWEST_FIRST: readonly SortColumn<{ readonly id: string }>[] = [
  { field: 'id', direction: 'desc', type: 'id', value: ({ id }) => id },
]

builder.queryField('findings', (t) =>
  t.connection(
    {
      type: FindingNode,
      ...INTERNAL,
      description: 'What does not hold, as far as you may see, newest first.',
      args: {
        state: t.arg({ type: FindingStateEnum, description: 'In this state; all when not given.' }),
        clause: t.arg.string({ description: 'Against the clause with this id.' }),
      },
      resolve: async (_root, args, context, info) => {
        const query = queryFromInfo({ context, info, path: ['edges', 'node'] })
        const where = {
          AND: [
            visibleFindings(readReach(context.actor)),
            args.state ? { state: args.state } : {},
            args.clause ? { clause: args.clause } : {},
          ],
        }
        const { finding } = context.services.read
        const page = await keysetPage(args, NEWEST_FIRST, (part) =>
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
