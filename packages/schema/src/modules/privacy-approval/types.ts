import { privacyFactsSelect, toPrivacyFacts } from '@official-accounts/db/facts/privacy-approval-facts'
import { privacyApprovalStanding } from '@official-accounts/domain/privacy-approval/privacy-approval'
import { availablePrivacyActions } from '@official-accounts/domain/privacy-approval/privacy-approval-rules'
import { builder } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { AvailableActionRef } from '../available-action.ts'
import { PrivacyApprovalStandingEnum, PrivacyApprovalStateEnum } from './enums.ts'

export const PrivacyApprovalNode = builder.prismaNode('PrivacyApproval', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description:
    'What the Chief Privacy Officer was asked of personal information outside content, for these very values, and answered (IV.C.2).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    state: t.expose('state', { type: PrivacyApprovalStateEnum, description: 'What was answered.' }),
    standing: t.field({
      type: PrivacyApprovalStandingEnum,
      description: 'Whether it counts now.',
      select: { state: true, expiresOn: true },
      resolve: (approval, _args, context) => privacyApprovalStanding(approval, requestNow(context)),
    }),
    account: t.relation('account', { nullable: true, description: 'The account whose texts it is about.' }),
    accessGrant: t.relation('accessGrant', {
      nullable: true,
      description: 'The access by which people are looked at.',
    }),
    component: t.relation('component', { nullable: true, description: 'Of which component.' }),
    handle: t.exposeString('handle', { nullable: true, description: 'The very handle it is about.' }),
    title: t.exposeString('title', { nullable: true, description: 'The very name it is about.' }),
    purpose: t.exposeString('purpose', { nullable: true, description: 'The very description it is about.' }),
    profileUrls: t.exposeStringList('profileUrls', {
      description: 'The accounts of individuals it is about.',
    }),
    information: t.exposeString('information', { description: 'What personal information it is.' }),
    whose: t.exposeString('whose', { description: 'Whose it is, by office or duty.' }),
    need: t.exposeString('need', { description: 'Why it has to be used.' }),
    conditions: t.exposeString('conditions', { nullable: true, description: 'What is to be kept to.' }),
    expiresOn: t.expose('expiresOn', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which it is over; null where it holds until it is revoked.',
    }),
    requestedBy: t.relation('requestedBy', { description: 'Who asked.' }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it was asked.' }),
    decisions: t.relation('decisions', {
      description: 'What was decided on it, in order.',
      query: { orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }] },
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: privacyFactsSelect,
      resolve: (approval, _args, { actor }) => [...availablePrivacyActions(actor, toPrivacyFacts(approval))],
    }),
  }),
})
