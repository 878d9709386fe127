import { VIEW_LISTS, VIEW_SCOPES } from '@official-accounts/domain/saved-view/saved-view'
import { availableViewActions } from '@official-accounts/domain/saved-view/saved-view-rules'
import { builder } from '../../builder.ts'
import { AvailableActionRef } from '../available-action.ts'
import { describedEnum } from '../../described-enum.ts'

export const ViewListEnum = describedEnum('ViewList', 'The lists that have views.', VIEW_LISTS, {
  ACCOUNTS: 'Accounts.',
  PLATFORMS: 'Platforms.',
  PEOPLE: 'People.',
  FINDINGS: 'Findings.',
  IMPORTS: 'Imports.',
  AUDIT: 'The audit.',
  MODERATION: 'Moderation.',
})

export const ViewScopeEnum = describedEnum('ViewScope', 'Whose a view is.', VIEW_SCOPES, {
  PERSON: 'One person’s own.',
  COMPONENT: 'A component’s; kept by its director and account managers.',
  DEPARTMENT: 'Everybody’s; kept by the Office of Public Affairs.',
})

export const SavedViewNode = builder.prismaNode('SavedView', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A list’s filters, order and columns under a name.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    list: t.expose('list', { type: ViewListEnum, description: 'Of which list.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    search: t.exposeString('search', {
      description: 'The search of the list’s address, without a leading ?.',
    }),
    scope: t.expose('scope', { type: ViewScopeEnum, description: 'Whose it is.' }),
    component: t.relation('component', { nullable: true, description: 'Whose, for a component’s view.' }),
    version: t.exposeInt('version', { description: 'Counts its changes.' }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When it last changed.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      select: { scope: true, ownerId: true, componentId: true },
      resolve: (view, _args, { actor }) => [...availableViewActions(actor, view)],
    }),
  }),
})
