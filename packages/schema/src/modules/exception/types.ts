import { exceptionFactsSelect, toExceptionFacts } from '@official-accounts/db/facts/exception-facts'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import { exceptionStanding } from '@official-accounts/domain/exception/exception'
import { availableExceptionActions } from '@official-accounts/domain/exception/exception-rules'
import { builder } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { ClauseRef } from '../../errors.ts'
import { AvailableActionRef } from '../available-action.ts'
import { ExceptionStandingEnum, ExceptionStateEnum } from './enums.ts'

export const ExceptionNode = builder.prismaNode('Exception', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description:
    'A written exception: named clauses, for a subject and a time, asked for and decided (V.B.12).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    state: t.expose('state', { type: ExceptionStateEnum, description: 'What was decided.' }),
    standing: t.field({
      type: ExceptionStandingEnum,
      description: 'Whether it counts now; for a granted one, what its dates say.',
      select: { state: true, validFrom: true, validUntil: true },
      resolve: (exception, _args, context) => exceptionStanding(exception, requestNow(context)),
    }),
    clauses: t.field({
      type: [ClauseRef],
      description: 'The clauses it lifts, and no others.',
      select: { clauses: true },
      resolve: ({ clauses }) => clauses.filter(isClauseId),
    }),
    component: t.relation('component', {
      nullable: true,
      description: 'For accounts of this component; null where it is not narrowed so.',
    }),
    platform: t.relation('platform', {
      nullable: true,
      description: 'For accounts on this platform; null where it is not narrowed so.',
    }),
    account: t.relation('account', {
      nullable: true,
      description: 'For this account alone; null where it is not narrowed so.',
    }),
    justification: t.exposeString('justification', { description: 'Why it was asked for.' }),
    conditions: t.exposeString('conditions', {
      nullable: true,
      description: 'What is to be kept to while it lasts.',
    }),
    validFrom: t.expose('validFrom', { type: 'DateTime', description: 'From when.' }),
    validUntil: t.expose('validUntil', {
      type: 'DateTime',
      description: 'Until when; then it ends by itself.',
    }),
    requestedBy: t.relation('requestedBy', { description: 'Who asked for it.' }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it was asked for.' }),
    decisions: t.relation('decisions', {
      description: 'What was decided on it, in order.',
      query: { orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }] },
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: exceptionFactsSelect,
      resolve: (exception, _args, { actor }) => [
        ...availableExceptionActions(actor, toExceptionFacts(exception)),
      ],
    }),
  }),
})
