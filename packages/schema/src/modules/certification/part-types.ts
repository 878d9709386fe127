import {
  partFactsSelect,
  toExceptedAccount,
  toPartFacts,
  unansweredSelect,
} from '@official-accounts/db/facts/certification-facts'
import { availablePartActions } from '@official-accounts/domain/certification/certification-rules'
import { builder } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { AvailableActionRef } from '../available-action.ts'
import { grantedExceptions } from '../exception/granted.ts'
import { RoleEnum } from '../organization/enums.ts'
import { CertificationDecisionKindEnum, CertificationPartStateEnum } from './enums.ts'

builder.prismaObject('CertificationDecision', {
  description: 'Who certified a component’s part or sent it back, and why.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: CertificationDecisionKindEnum, description: 'What was decided.' }),
    decidedBy: t.relation('decidedBy', {
      nullable: true,
      description: 'Who decided; null where you may not see the person.',
    }),
    role: t.expose('role', { type: RoleEnum, nullable: true, description: 'In which role.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why.' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', description: 'When.' }),
  }),
})

export const CertificationPartNode = builder.prismaNode('CertificationPart', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'One component’s part of a certification (IV.E.3).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    certification: t.relation('certification', { description: 'Of which certification.' }),
    component: t.relation('component', { description: 'Whose part it is.' }),
    state: t.expose('state', { type: CertificationPartStateEnum, description: 'Where it stands.' }),
    accountCount: t.exposeInt('accountCount', { description: 'How many accounts it has.' }),
    answeredCount: t.relationCount('answers', {
      description: 'For how many of them an answer stands.',
      where: { state: 'ANSWERED' },
    }),
    overdueSince: t.expose('overdueSince', {
      type: 'DateTime',
      nullable: true,
      description:
        'Since when the component counts as not having answered in time; it stays when it answers late.',
    }),
    certifiedAt: t.expose('certifiedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its director certified it; null when it is not certified now.',
    }),
    returnReason: t.exposeString('returnReason', {
      nullable: true,
      description: 'Why it came back; null when it did not, or is certified again.',
    }),
    decisions: t.relation('decisions', {
      description: 'What was decided on it, in order.',
      query: { orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }] },
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: { ...partFactsSelect, answers: unansweredSelect },
      async resolve({ answers, ...part }, _args, context) {
        const facts = { ...toPartFacts(part), unanswered: answers.map(toExceptedAccount) }
        const granted = await grantedExceptions(context)
        return [...availablePartActions(context.actor, facts, granted, requestNow(context))]
      },
    }),
  }),
})
