import { componentPolicyFactsSelect } from '@official-accounts/db/facts/component-policy-facts'
import { availableComponentPolicyActions } from '@official-accounts/domain/component-policy/component-policy-rules'
import { builder } from '../../builder.ts'
import { AvailableActionRef } from '../available-action.ts'
import { ComponentPolicyStateEnum } from './enums.ts'

export const ComponentPolicyNode = builder.prismaNode('ComponentPolicy', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'One version of a component’s policy (OIG.4).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    component: t.relation('component', { description: 'Of which component.' }),
    number: t.exposeInt('number', { description: 'Counts the versions of the component.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    body: t.exposeString('body', { description: 'What it says.' }),
    state: t.expose('state', { type: ComponentPolicyStateEnum, description: 'Where it stands.' }),
    implementation: t.exposeString('implementation', {
      nullable: true,
      description: 'How the Privacy Office saw that it is in practice.',
    }),
    sample: t.exposeBoolean('sample', { description: 'Whether it is a sample for development.' }),
    submittedAt: t.expose('submittedAt', { type: 'DateTime', description: 'When it was submitted.' }),
    submittedBy: t.relation('submittedBy', { nullable: true, description: 'By whom; null for a sample.' }),
    decisions: t.relation('decisions', {
      description: 'What its reviews found, in order.',
      query: { orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }] },
    }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: componentPolicyFactsSelect,
      resolve: (policy, _args, { actor }) => [...availableComponentPolicyActions(actor, policy)],
    }),
  }),
})
