import { componentProcessFactsSelect } from '@official-accounts/db/facts/component-process-facts'
import { alignmentOf } from '@official-accounts/domain/component-process/component-process'
import { availableComponentProcessActions } from '@official-accounts/domain/component-process/component-process-rules'
import { builder } from '../../builder.ts'
import { requestNow } from '../../context.ts'
import { AvailableActionRef } from '../available-action.ts'
import { conductFacts } from '../guidance/conduct.ts'
import { AlignmentEnum, ComponentProcessStateEnum } from './enums.ts'

export const ComponentProcessNode = builder.prismaNode('ComponentProcess', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'One version of a component’s publishing process (IV.E.1).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    component: t.relation('component', { description: 'Of which component.' }),
    number: t.exposeInt('number', { description: 'Counts the versions of the component.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    body: t.exposeString('body', { description: 'What it says.' }),
    state: t.expose('state', { type: ComponentProcessStateEnum, description: 'Where it stands.' }),
    alignment: t.field({
      type: AlignmentEnum,
      description: 'How it stands to the guidance in force.',
      select: { state: true, reviewedAt: true },
      resolve: async (process, _args, context) => {
        const { guidance } = await conductFacts(context)
        return alignmentOf(process, guidance, requestNow(context))
      },
    }),
    reviewedAt: t.expose('reviewedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last found aligned.',
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
      select: componentProcessFactsSelect,
      resolve: (process, _args, { actor }) => [...availableComponentProcessActions(actor, process)],
    }),
  }),
})
