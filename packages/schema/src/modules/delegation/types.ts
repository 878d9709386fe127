import { delegationFactsSelect, toDelegationFacts } from '@official-accounts/db/facts/delegation-facts'
import { delegationStanding } from '@official-accounts/domain/delegation/delegation'
import { availableDelegationActions } from '@official-accounts/domain/delegation/delegation-rules'
import { builder } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { AvailableActionRef } from '../available-action.ts'
import { RoleEnum } from '../organization/enums.ts'
import { DelegationKindEnum, DelegationStandingEnum } from './enums.ts'

export const DelegationNode = builder.prismaNode('Delegation', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description:
    'Who acts in another’s place, for what and until when, or who stands aside (IV.A.4). Revoked, never changed.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: DelegationKindEnum, description: 'Why somebody stands in.' }),
    standing: t.field({
      type: DelegationStandingEnum,
      description: 'Whether it counts now; derived from its dates.',
      select: { validFrom: true, validUntil: true, revokedAt: true, endedAt: true },
      resolve: (delegation, _args, context) => delegationStanding(delegation, requestNow(context)),
    }),
    role: t.expose('role', {
      type: RoleEnum,
      nullable: true,
      description: 'The office lent; null for a recusal, which concerns whatever the person holds.',
    }),
    delegator: t.relation('delegator', {
      nullable: true,
      description: 'Whose place it is, or who stands aside; null for a vacant office.',
    }),
    delegate: t.relation('delegate', { nullable: true, description: 'Who acts; null for a recusal.' }),
    component: t.relation('component', {
      nullable: true,
      description: 'For records of this component alone; null where it is not narrowed so.',
    }),
    platform: t.relation('platform', {
      nullable: true,
      description: 'For records on this platform alone; null where it is not narrowed so.',
    }),
    account: t.relation('account', {
      nullable: true,
      description: 'For this account alone; null where it is not narrowed so.',
    }),
    validFrom: t.expose('validFrom', { type: 'DateTime', description: 'From when.' }),
    validUntil: t.expose('validUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when; null until it is revoked.',
    }),
    writtenAuthority: t.exposeString('writtenAuthority', {
      nullable: true,
      description: 'The writing it rests on (IV.A.2).',
    }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    recordedBy: t.relation('recordedBy', { description: 'Who recorded it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was recorded.' }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked.',
    }),
    revokedBy: t.relation('revokedBy', { nullable: true, description: 'Who revoked it.' }),
    revocationReason: t.exposeString('revocationReason', {
      nullable: true,
      description: 'Why it was revoked.',
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: delegationFactsSelect,
      resolve: (delegation, _args, context) => [
        ...availableDelegationActions(context.actor, requestNow(context), toDelegationFacts(delegation)),
      ],
    }),
  }),
})
