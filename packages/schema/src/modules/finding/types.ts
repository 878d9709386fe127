import {
  CORRECTIVE_ACTION_ORDER,
  findingFactsSelect,
  toFindingFacts,
} from '@official-accounts/db/facts/finding-facts'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import { availableFindingActions } from '@official-accounts/domain/finding/finding-rules'
import { builder } from '../../builder.ts'
import { ClauseRef } from '../../errors.ts'
import { AvailableActionRef } from '../available-action.ts'
import { FindingOriginEnum, FindingSeverityEnum, FindingStateEnum } from './enums.ts'

export const FindingNode = builder.prismaNode('Finding', {
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
    severity: t.expose('severity', { type: FindingSeverityEnum, description: 'How much it weighs.' }),
    origin: t.expose('origin', { type: FindingOriginEnum, description: 'Who found it.' }),
    closeReason: t.exposeString('closeReason', {
      nullable: true,
      description: 'Why it is closed; null while it is open.',
    }),
    openedBy: t.relation('openedBy', {
      nullable: true,
      description: 'Who opened it; null where nobody did by hand, or you may not see who.',
    }),
    closedBy: t.relation('closedBy', {
      nullable: true,
      description: 'Who closed it; null where nobody did by hand, or you may not see who.',
    }),
    account: t.relation('account', { nullable: true, description: 'About which account.' }),
    platform: t.relation('platform', { nullable: true, description: 'About which platform.' }),
    component: t.relation('component', {
      description: 'Of which component; the department itself for what is about a platform.',
    }),
    correctiveActions: t.relation('actions', {
      description: 'What is to be done about it, in the order in which it was asked for.',
      query: { orderBy: CORRECTIVE_ACTION_ORDER },
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: findingFactsSelect,
      resolve: (finding, _args, { actor }) => [...availableFindingActions(actor, toFindingFacts(finding))],
    }),
  }),
})
