import { incidentFactsSelect, toIncidentFacts } from '@official-accounts/db/facts/incident-facts'
import { isLikeness, likenessScore, type RecoveryStep } from '@official-accounts/domain/incident/incident'
import { availableIncidentActions } from '@official-accounts/domain/incident/incident-rules'
import { builder } from '../../builder.ts'
import { LookalikeReasonEnum } from '../account/profile-url-check.ts'
import { AvailableActionRef } from '../available-action.ts'
import { IncidentKindEnum, IncidentOutcomeEnum, IncidentStateEnum } from './enums.ts'

const RecoveryStepRef = builder.objectRef<RecoveryStep>('RecoveryStep').implement({
  description: 'A step of a recovery.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    text: t.exposeString('text', { description: 'What is to be done.' }),
    doneAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was done; null before.',
      resolve: ({ doneAt }) => (doneAt === null ? null : new Date(doneAt)),
    }),
  }),
})

export const IncidentNode = builder.prismaNode('Incident', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A compromise of an official account, or an impostor (IV.A.5, V.B.8).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: IncidentKindEnum, description: 'What was reported.' }),
    state: t.expose('state', { type: IncidentStateEnum, description: 'Where it stands.' }),
    component: t.relation('component', {
      nullable: true,
      description: 'Whose account; null where none is known.',
    }),
    account: t.relation('account', {
      nullable: true,
      description: 'The account compromised, or imitated where one is known.',
    }),
    address: t.exposeString('address', { nullable: true, description: 'The impostor’s address.' }),
    likeness: t.field({
      type: LookalikeReasonEnum,
      nullable: true,
      description: 'How the impostor’s name looks like the account’s; null where it does not.',
      select: { likeness: true },
      resolve: ({ likeness }) => (isLikeness(likeness) ? likeness : null),
    }),
    likenessScore: t.int({
      description: 'How much the names look alike: 0 for not at all, 7 for the plainest disguise.',
      select: { likeness: true },
      resolve: ({ likeness }) => likenessScore(likeness),
    }),
    evidence: t.exposeString('evidence', { description: 'What was seen, where and when.' }),
    platformReference: t.exposeString('platformReference', {
      nullable: true,
      description: 'The number the platform gave to our report.',
    }),
    publicNotice: t.exposeString('publicNotice', {
      nullable: true,
      description: 'What the public is told, or was; null where it was told nothing.',
    }),
    noticeLanguage: t.exposeString('noticeLanguage', {
      nullable: true,
      description: 'The notice’s language, a tag.',
    }),
    noticePublishedAt: t.expose('noticePublishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when the public is told; null where it never was.',
    }),
    noticeWithdrawnAt: t.expose('noticeWithdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when the public was told; null while it is, and where it never was.',
    }),
    checklist: t.field({
      type: [RecoveryStepRef],
      description: 'The steps of the recovery, in order; empty before it is contained.',
      select: incidentFactsSelect,
      resolve: (incident) => [...toIncidentFacts(incident).checklist],
    }),
    outcome: t.expose('outcome', {
      type: IncidentOutcomeEnum,
      nullable: true,
      description: 'How it ended; null before.',
    }),
    afterAction: t.exposeString('afterAction', {
      nullable: true,
      description: 'What happened, what was done and what is learned; null before the end.',
    }),
    reportedBy: t.relation('reportedBy', {
      nullable: true,
      description: 'Who reported it; null where you may not see the person.',
    }),
    reportedAt: t.expose('reportedAt', { type: 'DateTime', description: 'When it was reported.' }),
    containedAt: t.expose('containedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was contained; null before.',
    }),
    resolvedAt: t.expose('resolvedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was settled; null before.',
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: incidentFactsSelect,
      resolve: (incident, _args, { actor }) => [
        ...availableIncidentActions(actor, toIncidentFacts(incident)),
      ],
    }),
  }),
})
