import { Button, Checkbox, Radio } from '@trussworks/react-uswds'
import { Arrow } from './arrow.tsx'
import type { ListSearch } from './list-search.ts'

interface ColumnChooserProps {
  readonly columns: readonly { readonly id: string; readonly label: string; readonly rowHeader?: boolean }[]
  /** The columns shown, in order. */
  readonly shown: readonly string[]
  readonly density: ListSearch['density']
  readonly onChange: (change: Pick<ListSearch, 'columns' | 'density'>) => void
}

/** Which columns a list shows, in which order, and how close its rows stand. All of it is in the address. */
export function ColumnChooser({ columns, shown, density, onChange }: ColumnChooserProps) {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const hidden = columns.filter(({ id }) => !shown.includes(id))
  const listed = [...shown.flatMap((id) => byId.get(id) ?? []), ...hidden]

  function move(id: string, by: -1 | 1) {
    const others = shown.filter((other) => other !== id)
    const at = shown.indexOf(id) + by
    onChange({ columns: [...others.slice(0, at), id, ...others.slice(at)], density })
  }

  return (
    <details className="list-settings">
      <summary>Columns and density</summary>
      <fieldset className="usa-fieldset">
        <legend className="usa-legend">Columns, in the order shown</legend>
        <ol className="list-settings__columns">
          {listed.map(({ id, label, rowHeader }) => {
            const at = shown.indexOf(id)
            return (
              <li key={id}>
                <Checkbox
                  id={`column-${id}`}
                  name="columns"
                  label={label}
                  checked={at !== -1}
                  disabled={rowHeader}
                  onChange={({ target }) =>
                    onChange({
                      columns: target.checked ? [...shown, id] : shown.filter((other) => other !== id),
                      density,
                    })
                  }
                />
                {at !== -1 && (
                  <span className="list-settings__moves">
                    <MoveButton label={label} to="earlier" isLast={at === 0} onMove={() => move(id, -1)} />
                    <MoveButton
                      label={label}
                      to="later"
                      isLast={at === shown.length - 1}
                      onMove={() => move(id, 1)}
                    />
                  </span>
                )}
              </li>
            )
          })}
        </ol>
      </fieldset>
      <fieldset className="usa-fieldset">
        <legend className="usa-legend">Density</legend>
        <Radio
          id="density-wide"
          name="density"
          label="Comfortable"
          checked={density === undefined}
          onChange={() => onChange({ columns: [...shown], density: undefined })}
        />
        <Radio
          id="density-compact"
          name="density"
          label="Compact"
          checked={density === 'compact'}
          onChange={() => onChange({ columns: [...shown], density: 'compact' })}
        />
      </fieldset>
      <Button type="button" unstyled onClick={() => onChange({ columns: undefined, density: undefined })}>
        As the list comes
      </Button>
    </details>
  )
}

interface MoveButtonProps {
  readonly label: string
  readonly to: 'earlier' | 'later'
  readonly isLast: boolean
  readonly onMove: () => void
}

// Disabled for assistive technology and not for the browser: a button that is gone would take the focus with it.
function MoveButton({ label, to, isLast, onMove }: MoveButtonProps) {
  return (
    <button
      type="button"
      className="usa-button usa-button--unstyled"
      aria-disabled={isLast}
      onClick={() => (isLast ? undefined : onMove())}
    >
      <Arrow to={to === 'earlier' ? 'up' : 'down'} />
      <span className="usa-sr-only">{`Move ${label} ${to}`}</span>
    </button>
  )
}
