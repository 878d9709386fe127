import { change } from '@official-accounts/client/change'
import { Button, Label, TextInput } from '@trussworks/react-uswds'
import { useChange } from '../../form/use-change.ts'
import { textOf } from '../../ui/search-params.ts'
import { showNotice } from '../../ui/notice-state.ts'
import { ChangeViewMutation, RemoveViewMutation, type SavedView } from './saved-view.documents.ts'
import { ViewHindrance } from './view-hindrance.tsx'
import { ownerWords, searchToKeep, showsView } from './view-words.ts'

interface OpenViewProps {
  readonly view: SavedView
  readonly search: object
  /** Goes back to what the view holds. */
  readonly onShow: () => void
  readonly onGo: (search: object) => void
}

/** The view that is open: whether the list still shows what it holds, and what its keepers can do with it. */
export function OpenView({ view, search, onShow, onGo }: OpenViewProps) {
  const { id, name, version, availableActions } = view
  const { progress, hindrance, send } = useChange()
  const isChanged = !showsView(search, view)
  const isKeeper = availableActions.some(({ action, allowed }) => action === 'changeView' && allowed)
  const isBusy = progress !== 'IDLE'

  async function alter(values: { readonly name?: string; readonly search?: string }) {
    await send({ id, ...values }, (idempotencyKey) =>
      change(ChangeViewMutation, { viewId: id, expectedVersion: version, idempotencyKey, ...values }),
    )
  }

  async function remove() {
    const sent = await send({ id, remove: 'true' }, (idempotencyKey) =>
      change(RemoveViewMutation, { viewId: id, expectedVersion: version, idempotencyKey }),
    )
    if (sent.kind !== 'DONE') return
    showNotice(`The view “${name}” is removed. What it showed is still here: save it again to have it back.`)
    onGo({ ...search, view: undefined })
  }

  return (
    <div className="open-view">
      <p role="status">
        View “{name}” ({ownerWords(view)}){isChanged ? ', changed since it was opened.' : '.'}
      </p>
      {isChanged && (
        <Button type="button" unstyled onClick={onShow}>
          Back to the view as it was saved
        </Button>
      )}
      {isChanged && isKeeper && (
        <Button
          type="button"
          unstyled
          aria-disabled={isBusy}
          onClick={() => void alter({ search: searchToKeep(search) })}
        >
          Keep these changes in the view
        </Button>
      )}
      {isKeeper && (
        <details className="list-settings">
          <summary>Rename or remove the view</summary>
          <RenameForm name={name} onRename={(to) => void alter({ name: to })} />
          <Button type="button" secondary aria-disabled={isBusy} onClick={() => void remove()}>
            Remove the view
          </Button>
        </details>
      )}
      <ViewHindrance hindrance={hindrance} />
    </div>
  )
}

function RenameForm({
  name,
  onRename,
}: {
  readonly name: string
  readonly onRename: (name: string) => void
}) {
  return (
    <form
      className="view-form"
      onSubmit={(event) => {
        event.preventDefault()
        onRename(textOf(new FormData(event.currentTarget).get('name')) ?? '')
      }}
    >
      <div>
        <Label htmlFor="view-new-name">New name</Label>
        <TextInput id="view-new-name" name="name" type="text" maxLength={80} required defaultValue={name} />
      </div>
      <Button type="submit" outline>
        Rename the view
      </Button>
    </form>
  )
}
