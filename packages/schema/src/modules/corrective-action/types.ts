import {
  correctiveActionFactsSelect,
  STEP_ORDER,
  toCorrectiveActionFacts,
} from '@official-accounts/db/facts/finding-facts'
import { isOverdue } from '@official-accounts/domain/corrective-action/corrective-action'
import { availableCorrectiveActions } from '@official-accounts/domain/corrective-action/corrective-action-rules'
import { builder } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { AvailableActionRef } from '../available-action.ts'
import { RoleEnum } from '../organization/enums.ts'
import { CorrectiveActionStateEnum, CorrectiveActionStepKindEnum } from './enums.ts'

builder.prismaObject('CorrectiveActionStep', {
  description: 'Evidence given for a corrective action, or what was decided on it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: CorrectiveActionStepKindEnum, description: 'What happened.' }),
    note: t.exposeString('note', { description: 'The evidence, or the reason of the decision on it.' }),
    evidenceUrl: t.exposeString('evidenceUrl', {
      nullable: true,
      description: 'Where the evidence is to be seen.',
    }),
    role: t.expose('role', { type: RoleEnum, nullable: true, description: 'In which role.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    person: t.relation('person', { nullable: true, description: 'Who; null where you may not see who.' }),
  }),
})

export const CorrectiveActionNode = builder.prismaNode('CorrectiveAction', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'What somebody has to do about a finding, by when, and the evidence (IV.A.5).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    task: t.exposeString('task', { description: 'What is to be done.' }),
    state: t.expose('state', { type: CorrectiveActionStateEnum, description: 'Where it stands.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'The last day to do it.' }),
    overdue: t.boolean({
      description: 'Whether it is still to be done and its day is over.',
      select: { state: true, dueOn: true },
      resolve: (action, _args, context) => isOverdue(action, requestNow(context)),
    }),
    ownerRole: t.expose('ownerRole', {
      type: RoleEnum,
      nullable: true,
      description: 'Whose it is: this role’s, in the component or the office; null where it is a person’s.',
    }),
    owner: t.relation('owner', {
      nullable: true,
      description: 'Whose it is; null where it is a role’s, or you may not see who.',
    }),
    finding: t.relation('finding', { description: 'About which finding.' }),
    component: t.relation('component', { description: 'Of which component.' }),
    assignedBy: t.relation('assignedBy', {
      nullable: true,
      description: 'Who asked for it; null where you may not see who.',
    }),
    assignedRole: t.expose('assignedRole', {
      type: RoleEnum,
      description: 'In which office it was asked for: that office judges the evidence.',
    }),
    assignedAt: t.expose('assignedAt', { type: 'DateTime', description: 'When it was asked for.' }),
    steps: t.relation('steps', {
      description: 'The evidence and what was decided on it, in order.',
      query: { orderBy: STEP_ORDER },
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: correctiveActionFactsSelect,
      resolve: (action, _args, { actor }) => [
        ...availableCorrectiveActions(actor, toCorrectiveActionFacts(action)),
      ],
    }),
  }),
})
