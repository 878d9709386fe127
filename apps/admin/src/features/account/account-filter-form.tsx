import { ACCOUNT_STATES } from '@official-accounts/domain/account/account'
import { Button, Checkbox, Label, Select, TextInput } from '@trussworks/react-uswds'
import { useQuery } from 'urql'
import { choicesOf, textOf } from '../../ui/search-params.ts'
import { enumWords } from '../../ui/words.ts'
import { FilterChoicesQuery } from './account-list.documents.ts'
import { isFiltered, type AccountSearch } from './account-search.ts'

interface AccountFilterFormProps {
  readonly search: AccountSearch
  readonly onFilter: (search: AccountSearch) => void
  readonly onClear: () => void
}

/** What narrows the list of accounts. Nothing happens before the button: a list that jumps while typing helps nobody. */
export function AccountFilterForm({ search, onFilter, onClear }: AccountFilterFormProps) {
  const [{ data }] = useQuery({ query: FilterChoicesQuery, requestPolicy: 'cache-first' })
  const components =
    data?.components.map(({ code, name }) => ({ value: code, label: `${code}, ${name}` })) ?? []
  const platforms = data?.platforms.edges.map(({ node }) => ({ value: node.slug, label: node.name })) ?? []
  return (
    // The key fills the form anew when the address changes by other means, such as the browser's back button.
    <form
      key={JSON.stringify([search, data === undefined])}
      role="search"
      aria-label="Filter accounts"
      className="filter-form"
      onSubmit={(event) => {
        event.preventDefault()
        onFilter(readFilters(new FormData(event.currentTarget)))
      }}
    >
      <div className="filter-form__fields">
        <div>
          <Label htmlFor="filter-text">Name, handle or address</Label>
          <TextInput id="filter-text" name="text" type="search" defaultValue={search.text} />
        </div>
        <FilterSelect name="component" label="Component" choices={components} value={search.component} />
        <FilterSelect name="platform" label="Platform" choices={platforms} value={search.platform} />
        <FilterSelect name="state" label="State" choices={STATE_CHOICES} value={search.state?.[0]} />
        <div>
          <Checkbox
            id="filter-vacant"
            name="vacant"
            value="true"
            label="Contact vacant"
            defaultChecked={search.vacant}
          />
          <Checkbox
            id="filter-unclaimed"
            name="unclaimed"
            value="true"
            label="Imported, not claimed"
            defaultChecked={search.unclaimed}
          />
        </div>
      </div>
      <div className="form-buttons">
        <Button type="submit">Apply filters</Button>
        {isFiltered(search) && (
          <Button type="button" unstyled onClick={onClear}>
            Clear all filters
          </Button>
        )}
      </div>
    </form>
  )
}

const STATE_CHOICES = ACCOUNT_STATES.map((state) => ({ value: state, label: enumWords(state) }))

function readFilters(form: FormData): AccountSearch {
  return {
    text: textOf(form.get('text')),
    component: textOf(form.get('component')),
    platform: textOf(form.get('platform')),
    state: choicesOf(ACCOUNT_STATES, form.get('state')),
    vacant: form.has('vacant') ? true : undefined,
    unclaimed: form.has('unclaimed') ? true : undefined,
  }
}

interface FilterSelectProps {
  readonly name: string
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly value: string | undefined
}

function FilterSelect({ name, label, choices, value }: FilterSelectProps) {
  return (
    <div>
      <Label htmlFor={`filter-${name}`}>{label}</Label>
      <Select id={`filter-${name}`} name={name} defaultValue={value ?? ''}>
        <option value="">All</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </div>
  )
}
