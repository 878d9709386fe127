import { useEffect, useRef } from 'react'

interface ChooseRowProps {
  readonly id: string
  readonly name: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** The box that chooses a row. */
export function ChooseRow({ id, name, checked, onChange }: ChooseRowProps) {
  return (
    <div className="usa-checkbox">
      <input
        id={`choose-${id}`}
        type="checkbox"
        className="usa-checkbox__input"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label htmlFor={`choose-${id}`} className="usa-checkbox__label">
        <span className="usa-sr-only">Choose {name}</span>
      </label>
    </div>
  )
}

interface ChooseAllProps {
  readonly checked: boolean
  readonly some: boolean
  readonly onChange: (checked: boolean) => void
}

/** The box that chooses every row of the page; half-way where some are chosen. */
export function ChooseAll({ checked, some, onChange }: ChooseAllProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = some && !checked
  }, [some, checked])
  return (
    <div className="usa-checkbox">
      <input
        ref={box}
        id="choose-page"
        type="checkbox"
        className="usa-checkbox__input"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label htmlFor="choose-page" className="usa-checkbox__label">
        <span className="usa-sr-only">Choose all rows on this page</span>
      </label>
    </div>
  )
}
