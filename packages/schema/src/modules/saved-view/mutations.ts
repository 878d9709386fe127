import { changeView } from '@official-accounts/commands/saved-view/change-view'
import { removeView } from '@official-accounts/commands/saved-view/remove-view'
import { saveView } from '@official-accounts/commands/saved-view/save-view'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { builder } from '../../builder.ts'
import { runMutation } from '../../command-field.ts'
import { REFUSAL_ERRORS } from '../../errors.ts'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { SavedViewNode, ViewListEnum, ViewScopeEnum } from './types.ts'

const SaveViewInput = creationInput('SaveViewInput', 'A view to keep.', (t) => ({
  list: t.field({ type: ViewListEnum, required: true, description: 'Of which list.' }),
  name: t.string({ required: true, description: 'Its name, at most 80 characters.' }),
  search: t.string({
    required: true,
    description: 'The search of the list’s address; where in the list one was is left out.',
  }),
  scope: t.field({ type: ViewScopeEnum, required: true, description: 'Whose it is to be.' }),
  componentId: t.id({ description: 'Of which component; for a component’s view and only then.' }),
}))

const ChangeViewInput = changeInput('ChangeViewInput', 'A view to rename or to fill anew.', (t) => ({
  viewId: t.id({ required: true, description: 'The view.' }),
  name: t.string({ description: 'Its new name; as it was when not given.' }),
  search: t.string({ description: 'Its new search; as it was when not given.' }),
}))

const RemoveViewInput = changeInput('RemoveViewInput', 'A view to remove.', (t) => ({
  viewId: t.id({ required: true, description: 'The view.' }),
}))

const RemovedViewRef = builder.objectRef<{ readonly viewId: string }>('RemovedView').implement({
  description: 'A view that is no longer there.',
  authScopes: { signedIn: true },
  fields: (t) => ({ viewId: t.exposeID('viewId', { description: 'The global id it had.' }) }),
})

const viewMutation = mutationsOf(SavedViewNode, (read, query) => read.savedView.findFirstOrThrow(query))

viewMutation(saveView, SaveViewInput, 'Keeps a list’s filters, order and columns under a name.')
viewMutation(changeView, ChangeViewInput, 'Renames a view or fills it anew.')

builder.mutationField('removeView', (t) =>
  t.field({
    type: RemovedViewRef,
    errors: { types: REFUSAL_ERRORS },
    authScopes: { signedIn: true },
    description: 'Removes a view; the audit keeps what it held. Permission view.remove.',
    args: { input: t.arg({ type: RemoveViewInput, required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, context) => {
      const { id } = await runMutation(context, removeView, input)
      return { viewId: encodeGlobalID('SavedView', id) }
    },
  }),
)
