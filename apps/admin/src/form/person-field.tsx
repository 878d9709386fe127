import { Button, Radio, TextInput } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useQuery } from 'urql'
import type { FieldControlProps } from './field-control-props.ts'
import { ChosenPersonQuery, PersonSearchQuery, type FoundPerson } from './person-search.documents.ts'
import { RequiredMark } from './required-mark.tsx'
import { FieldError } from './field-error.tsx'

/** Chooses a person: a search by name, and the people it finds as radio buttons. */
export function PersonField({ field, id, value, error, onChange }: FieldControlProps) {
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState<string | null>(null)
  return (
    <fieldset className={`usa-fieldset person-field ${error ? 'usa-form-group--error' : ''}`}>
      <legend className="usa-legend">
        {field.label}
        {field.required ? <RequiredMark /> : <span className="usa-hint"> (optional)</span>}
      </legend>
      {field.hint && <span className="usa-hint">{field.hint}</span>}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <label className="usa-label" htmlFor={id}>
        Part of the name
      </label>
      <div className="search-line">
        <TextInput
          id={id}
          name={`${field.name}Search`}
          type="search"
          value={typed}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            // Enter searches here; it would send the form otherwise.
            if (event.key !== 'Enter') return
            event.preventDefault()
            setSearch(typed.trim())
          }}
        />
        <Button type="button" outline onClick={() => setSearch(typed.trim())}>
          Find
        </Button>
      </div>
      {value !== '' && <ChosenPerson id={value} onClear={() => onChange('')} />}
      {search !== null && (
        <FoundPeople search={search} name={field.name} chosen={value} onChoose={onChange} />
      )}
    </fieldset>
  )
}

function ChosenPerson({ id, onClear }: { readonly id: string; readonly onClear: () => void }) {
  const [{ data }] = useQuery({ query: ChosenPersonQuery, variables: { id }, requestPolicy: 'cache-first' })
  const name = data?.node?.__typename === 'Person' ? data.node.displayName : null
  return (
    <p className="chosen-person">
      Chosen: <strong>{name ?? '…'}</strong>{' '}
      <Button type="button" unstyled onClick={onClear}>
        Choose nobody
      </Button>
    </p>
  )
}

interface FoundPeopleProps {
  readonly search: string
  readonly name: string
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

function FoundPeople({ search, name, chosen, onChoose }: FoundPeopleProps) {
  const [{ data, error, fetching }] = useQuery({ query: PersonSearchQuery, variables: { search } })
  const people = data?.people.edges.map(({ node }) => node).filter(({ state }) => state === 'ACTIVE') ?? []
  return (
    <div className="found-people">
      <p role="status">
        {fetching && !data && 'Searching…'}
        {error && !data && 'The search did not work. Try again.'}
        {data && `${people.length === 0 ? 'Nobody' : people.length} found for “${search}”.`}
        {data?.people.pageInfo.hasNextPage && ' There are more: type more of the name.'}
      </p>
      {people.map((person) => (
        <Radio
          key={person.id}
          id={`${name}-${person.id}`}
          name={name}
          value={person.id}
          checked={person.id === chosen}
          onChange={() => onChoose(person.id)}
          label={person.displayName}
          labelDescription={descriptionOf(person)}
        />
      ))}
    </div>
  )
}

function descriptionOf({ component, email }: FoundPerson): string {
  return [component?.code ?? 'Department', email].filter((part) => part !== null).join(', ')
}
