import {
  MODERATION_STEP_ORDER,
  moderationFactsSelect,
  toModerationFacts,
} from '@official-accounts/db/facts/moderation-facts'
import { availableModerationActions } from '@official-accounts/domain/moderation/moderation-rules'
import { builder } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { AvailableActionRef } from '../available-action.ts'
import { RoleEnum } from '../organization/enums.ts'
import {
  ModerationKindEnum,
  ModerationReasonEnum,
  ModerationStateEnum,
  ModerationStepKindEnum,
} from './enums.ts'

builder.prismaObject('ModerationStep', {
  description: 'What was said of an act of moderation: a review, or why a block is kept.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: ModerationStepKindEnum, description: 'What was said.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    role: t.expose('role', { type: RoleEnum, nullable: true, description: 'In which office.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    person: t.relation('person', { nullable: true, description: 'Who; null where you may not see who.' }),
  }),
})

export const ModerationActionNode = builder.prismaNode('ModerationAction', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'One measure of moderation on an official account, or the taking back of one (IV.D.3).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: ModerationKindEnum, description: 'What was done.' }),
    reason: t.expose('reason', { type: ModerationReasonEnum, description: 'Why.' }),
    state: t.expose('state', { type: ModerationStateEnum, description: 'Where it stands.' }),
    account: t.relation('account', { description: 'On which account.' }),
    component: t.relation('component', { description: 'Of which component.' }),
    platformReference: t.exposeString('platformReference', {
      description:
        'The platform’s own reference of the comment, the post or the block; nobody’s name (IV.C.2).',
    }),
    explanation: t.exposeString('explanation', {
      nullable: true,
      description: 'Why, in words; null where the reason says it.',
    }),
    policyUrl: t.exposeString('policyUrl', {
      nullable: true,
      description:
        'The comment policy it rests on, as the account named it then; null for what is taken back.',
    }),
    policyVersion: t.exposeString('policyVersion', {
      nullable: true,
      description: 'The version or day of that policy; null where it was not said.',
    }),
    policySection: t.exposeString('policySection', {
      nullable: true,
      description: 'The rule of that policy; null where the reason needs none.',
    }),
    doneAt: t.expose('doneAt', { type: 'DateTime', description: 'When it was done.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was written down.' }),
    recordedBy: t.relation('recordedBy', {
      nullable: true,
      description: 'Who did it and wrote it down; null where you may not see the person.',
    }),
    reviewAskedAt: t.expose('reviewAskedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it waits for its review; null where it does not.',
    }),
    reversalAskedAt: t.expose('reversalAskedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is to be taken back; null where it is not.',
    }),
    reviewBy: t.expose('reviewBy', {
      type: 'Date',
      nullable: true,
      description: 'The last day on which a measure against a person holds unasked; null for others.',
    }),
    reverses: t.relation('reverses', { nullable: true, description: 'The measure this takes back.' }),
    reversedBy: t.relation('reversedBy', { nullable: true, description: 'The entry that took it back.' }),
    corrects: t.relation('corrects', { nullable: true, description: 'The entry this stands in place of.' }),
    correctedBy: t.relation('correctedBy', {
      nullable: true,
      description: 'The entry that stands in its place.',
    }),
    steps: t.relation('steps', {
      description: 'What was said of it, in order.',
      query: { orderBy: MODERATION_STEP_ORDER },
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: moderationFactsSelect,
      resolve: (act, _args, context) => [
        ...availableModerationActions(context.actor, toModerationFacts(act), requestNow(context)),
      ],
    }),
  }),
})
