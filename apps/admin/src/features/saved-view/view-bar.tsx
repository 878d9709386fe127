import type { ViewList } from '@official-accounts/domain/saved-view/saved-view'
import { useQuery } from 'urql'
import { parseSearch, type RawSearch } from '../../ui/search-params.ts'
import { ignoredParts } from '../../list/list-search.ts'
import { IgnoredNotice } from './ignored-notice.tsx'
import { SavedViewsQuery, type SavedView } from './saved-view.documents.ts'
import { OpenView } from './open-view.tsx'
import { ownerWords } from './view-words.ts'

const VIEW_KINDS = { additionalTypenames: ['SavedView', 'RemovedView'] }

interface ViewBarProps {
  readonly list: ViewList
  readonly search: { readonly view?: string }
  /** Reads an address of the list. */
  readonly read: (raw: RawSearch) => object
  readonly onGo: (search: object) => void
}

/** The views kept of a list, above it: to open one, to change or remove the one that is open. */
export function ViewBar({ list, search, read, onGo }: ViewBarProps) {
  const [{ data }] = useQuery({ query: SavedViewsQuery, variables: { list }, context: VIEW_KINDS })
  const views = data?.savedViews ?? []
  const open = views.find(({ id }) => id === search.view) ?? null
  const show = (view: SavedView) => onGo({ ...parseSearch(view.search), view: view.id })
  return (
    <div className="view-bar">
      {views.length > 0 && (
        <nav aria-label="Views of this list">
          <ul className="view-bar__views">
            <li>
              <ViewButton label="Whole list" current={search.view === undefined} onShow={() => onGo({})} />
            </li>
            {views.map((view) => (
              <li key={view.id}>
                <ViewButton
                  label={view.name}
                  owner={ownerWords(view)}
                  current={view.id === open?.id}
                  onShow={() => show(view)}
                />
              </li>
            ))}
          </ul>
        </nav>
      )}
      {data !== undefined && search.view !== undefined && open === null && (
        <p role="status">The view in this address is gone or not yours to open. Its filters still hold.</p>
      )}
      {open && <IgnoredNotice parts={ignoredParts(open.search, read(parseSearch(open.search)))} />}
      {open && <OpenView key={open.id} view={open} search={search} onShow={() => show(open)} onGo={onGo} />}
    </div>
  )
}

interface ViewButtonProps {
  readonly label: string
  readonly owner?: string
  readonly current: boolean
  readonly onShow: () => void
}

function ViewButton({ label, owner, current, onShow }: ViewButtonProps) {
  return (
    <button
      type="button"
      className="usa-button usa-button--unstyled view-bar__view"
      aria-current={current ? 'true' : undefined}
      onClick={onShow}
    >
      {label}
      {owner && <span className="view-bar__owner"> ({owner})</span>}
    </button>
  )
}
