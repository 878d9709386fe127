import { useNavigate, useSearch } from '@tanstack/react-router'
import { ListPage } from '../../list/list-page.tsx'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { FIRST_PAGE } from '../../ui/paging.ts'
import { enumWords } from '../../ui/words.ts'
import { PEOPLE_LIST } from './people-list.tsx'
import { PERSON_STATES, readPeopleSearch } from './people-search.ts'

const FILTERS: readonly FilterField[] = [
  { name: 'text', label: 'Part of a name' },
  { name: 'component', label: 'Component, by its short name' },
  {
    name: 'state',
    label: 'State',
    choices: PERSON_STATES.map((state) => ({ value: state, label: enumWords(state) })),
  },
]

/** The people of the department, with the roles they hold. */
export function PeoplePage() {
  const search = useSearch({ from: '/people' })
  const navigate = useNavigate({ from: '/people' })
  const go = (to: object) => void navigate({ search: readPeopleSearch({ ...to }) })
  return (
    <ListPage
      definition={PEOPLE_LIST}
      search={search}
      onGo={go}
      filters={
        <FilterForm
          label="Find people"
          fields={FILTERS}
          values={{ ...search }}
          onFilter={(values) => go({ ...search, ...FIRST_PAGE, ...values })}
        />
      }
      empty={{
        title: 'Nobody was found',
        next: 'Try another part of the name. You see the people of your own components.',
      }}
    />
  )
}
