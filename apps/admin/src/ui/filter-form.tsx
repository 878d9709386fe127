import { Button, Checkbox, Label, Select, TextInput } from '@trussworks/react-uswds'
import { textOf, type RawSearch } from './search-params.ts'

/** One condition of a list: a text, one of several values, any of them, or a yes. */
export interface FilterField {
  readonly name: string
  readonly label: string
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  /** Whether several of the choices can be wanted at once. */
  readonly many?: boolean
  readonly flag?: boolean
  /** Whether it stands among those that are wanted less often. */
  readonly rare?: boolean
}

interface FilterFormProps {
  readonly label: string
  readonly fields: readonly FilterField[]
  readonly values: RawSearch
  readonly onFilter: (values: RawSearch) => void
}

/** What narrows a list. Nothing happens before the button: a list that jumps while typing helps nobody. */
export function FilterForm({ label, fields, values, onFilter }: FilterFormProps) {
  const shown = Object.fromEntries(fields.map(({ name }) => [name, values[name]]))
  const rare = fields.filter((field) => field.rare)
  const isFiltered = Object.values(shown).some((value) => value !== undefined)
  return (
    // The key fills the form anew when the address changes by other means, such as the browser's back button.
    <form
      key={JSON.stringify([shown, fields.map(({ choices }) => choices?.length)])}
      role="search"
      aria-label={label}
      className="filter-form"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        onFilter(Object.fromEntries(fields.map((field) => [field.name, givenValue(form, field)])))
      }}
    >
      <FilterControls fields={fields.filter(({ rare }) => !rare)} values={values} />
      {rare.length > 0 && (
        <details open={rare.some(({ name }) => values[name] !== undefined)}>
          <summary className="filter-form__more">More filters</summary>
          <FilterControls fields={rare} values={values} />
        </details>
      )}
      <div className="form-buttons">
        <Button type="submit">Apply filters</Button>
        {isFiltered && (
          <Button
            type="button"
            unstyled
            onClick={() => onFilter(Object.fromEntries(fields.map(({ name }) => [name, undefined])))}
          >
            Clear all filters
          </Button>
        )}
      </div>
    </form>
  )
}

function givenValue(form: FormData, { name, many, flag }: FilterField): unknown {
  if (flag) return form.has(name) ? true : undefined
  return many ? form.getAll(name) : textOf(form.get(name))
}

function FilterControls({ fields, values }: Pick<FilterFormProps, 'fields' | 'values'>) {
  return (
    <div className="filter-form__fields">
      {fields.map((field) => (
        <FilterControl key={field.name} field={field} value={values[field.name]} />
      ))}
    </div>
  )
}

interface FilterControlProps {
  readonly field: FilterField
  readonly value: unknown
}

function FilterControl({ field, value }: FilterControlProps) {
  const { name, label, choices, many, flag } = field
  const id = `filter-${name}`
  if (flag) {
    return <Checkbox id={id} name={name} value="true" label={label} defaultChecked={value === true} />
  }
  if (many) return <ManyChoices field={field} value={value} />
  return (
    <div>
      <Label htmlFor={id}>{label}</Label>
      {choices ? (
        <Select id={id} name={name} defaultValue={textOf(value) ?? ''}>
          <option value="">All</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      ) : (
        <TextInput id={id} name={name} type="search" defaultValue={textOf(value)} />
      )}
    </div>
  )
}

function ManyChoices({ field: { name, label, choices = [] }, value }: FilterControlProps) {
  const wanted: readonly unknown[] = [value].flat()
  const labels = choices.flatMap((choice) => (wanted.includes(choice.value) ? [choice.label] : []))
  return (
    <details className="filter-form__many">
      <summary>
        {label}: {labels.length === 0 ? 'all' : labels.join(', ')}
      </summary>
      <fieldset className="usa-fieldset">
        <legend className="usa-sr-only">{label}, any of these</legend>
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            id={`filter-${name}-${choice.value}`}
            name={name}
            value={choice.value}
            label={choice.label}
            defaultChecked={wanted.includes(choice.value)}
          />
        ))}
      </fieldset>
    </details>
  )
}
