import { Button, Label, Select, TextInput } from '@trussworks/react-uswds'
import { textOf } from './search-params.ts'

/** One condition of a list: a text, or one of several values. */
export interface FilterField {
  readonly name: string
  readonly label: string
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
}

type FilterValues = Readonly<Record<string, string | undefined>>

interface FilterFormProps {
  readonly label: string
  readonly fields: readonly FilterField[]
  readonly values: FilterValues
  readonly onFilter: (values: FilterValues) => void
}

/** What narrows a list. Nothing happens before the button: a list that jumps while typing helps nobody. */
export function FilterForm({ label, fields, values, onFilter }: FilterFormProps) {
  const isFiltered = Object.values(values).some((value) => value !== undefined)
  return (
    // The key fills the form anew when the address changes by other means, such as the browser's back button.
    <form
      key={JSON.stringify(values)}
      role="search"
      aria-label={label}
      className="filter-form"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        onFilter(Object.fromEntries(fields.map(({ name }) => [name, textOf(form.get(name))])))
      }}
    >
      <div className="filter-form__fields">
        {fields.map((field) => (
          <FilterControl key={field.name} field={field} value={values[field.name]} />
        ))}
      </div>
      <div className="form-buttons">
        <Button type="submit">Apply filters</Button>
        {isFiltered && (
          <Button type="button" unstyled onClick={() => onFilter({})}>
            Clear all filters
          </Button>
        )}
      </div>
    </form>
  )
}

function FilterControl({
  field: { name, label, choices },
  value,
}: {
  readonly field: FilterField
  readonly value: string | undefined
}) {
  const id = `filter-${name}`
  return (
    <div>
      <Label htmlFor={id}>{label}</Label>
      {choices ? (
        <Select id={id} name={name} defaultValue={value ?? ''}>
          <option value="">All</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      ) : (
        <TextInput id={id} name={name} type="search" defaultValue={value} />
      )}
    </div>
  )
}
