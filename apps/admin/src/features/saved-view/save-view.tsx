import { change } from '@official-accounts/client/change'
import type { ViewList } from '@official-accounts/domain/saved-view/saved-view'
import { Button, Label, Select, TextInput } from '@trussworks/react-uswds'
import { useRef } from 'react'
import { useQuery } from 'urql'
import { useChange } from '../../form/use-change.ts'
import { useViewer } from '../../session/viewer-context.ts'
import { textOf } from '../../ui/search-params.ts'
import { SaveViewMutation, ViewComponentsQuery } from './saved-view.documents.ts'
import { ViewHindrance } from './view-hindrance.tsx'
import { viewPlaces, type ViewPlace } from './view-places.ts'
import { searchToKeep } from './view-words.ts'

interface SaveViewProps {
  readonly list: ViewList
  readonly search: object
  readonly onSaved: (viewId: string) => void
}

/** Keeps what the list shows as a view: under which name, for whom. */
export function SaveView({ list, search, onSaved }: SaveViewProps) {
  const viewer = useViewer()
  const details = useRef<HTMLDetailsElement>(null)
  const [{ data }] = useQuery({ query: ViewComponentsQuery, requestPolicy: 'cache-first' })
  const { progress, hindrance, send } = useChange()
  const places = viewPlaces(viewer, withPlainIds(data?.components ?? [], viewer.roles))

  async function save(name: string, place: ViewPlace, componentId: string | null) {
    const input = { list, name, scope: place.scope, componentId, search: searchToKeep(search) }
    const sent = await send({ name, place: place.label, search: input.search }, (idempotencyKey) =>
      change(SaveViewMutation, { ...input, idempotencyKey }),
    )
    if (sent.kind !== 'DONE') return
    if (details.current) details.current.open = false
    onSaved(sent.record.id)
  }

  return (
    <details ref={details} className="list-settings">
      <summary>Save this view</summary>
      <form
        className="view-form"
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const place = places[Number(form.get('place'))] ?? places[0]
          const component = data?.components.find(({ id }) => isSame(id, place?.componentId ?? null))
          if (place) void save(textOf(form.get('name')) ?? '', place, component?.id ?? null)
        }}
      >
        <div>
          <Label htmlFor="view-name">Name</Label>
          <TextInput id="view-name" name="name" type="text" maxLength={80} required />
        </div>
        <div>
          <Label htmlFor="view-place">For whom</Label>
          <Select id="view-place" name="place">
            {places.map(({ label }, at) => (
              <option key={label} value={at}>
                {label}
              </option>
            ))}
          </Select>
        </div>
        <Button type="submit" aria-disabled={progress !== 'IDLE'}>
          {progress === 'IDLE' ? 'Save the view' : 'Saving…'}
        </Button>
        <p className="usa-hint">Filters, order, columns and density are kept.</p>
        <ViewHindrance hindrance={hindrance} />
      </form>
    </details>
  )
}

// A held role names its components by plain id, the query by global id.
function withPlainIds(
  components: readonly { readonly id: string; readonly code: string }[],
  roles: readonly { readonly componentIds: readonly string[] }[],
) {
  const plain = [...new Set(roles.flatMap(({ componentIds }) => componentIds))]
  return components.flatMap(({ id, code }) => {
    const own = plain.find((known) => isSame(id, known))
    return own === undefined ? [] : [{ id: own, code }]
  })
}

function isSame(globalComponent: string, plain: string | null): boolean {
  return plain !== null && (globalComponent === plain || atob(globalComponent) === `Component:${plain}`)
}
