import { SEVERITIES } from '@official-accounts/domain/compliance/compliance'
import { CLAUSE_IDS, CLAUSES } from '@official-accounts/domain/directive/clauses'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ListPage } from '../../list/list-page.tsx'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { FIRST_PAGE } from '../../ui/paging.ts'
import { enumWords } from '../../ui/words.ts'
import { FINDING_LIST } from './finding-list.tsx'
import { FINDING_STATES, readFindingSearch } from './finding-search.ts'

const FILTERS: readonly FilterField[] = [
  {
    name: 'state',
    label: 'State',
    choices: FINDING_STATES.map((state) => ({ value: state, label: enumWords(state) })),
  },
  {
    name: 'clause',
    label: 'Clause',
    choices: CLAUSE_IDS.map((id) => ({ value: id, label: `${id} ${CLAUSES[id].title}` })),
  },
  {
    name: 'severity',
    label: 'Weight',
    choices: SEVERITIES.map((severity) => ({ value: severity, label: enumWords(severity) })),
  },
  { name: 'component', label: 'Component, by its short name' },
]

/** What does not hold, as far as the reader may see, newest first. */
export function FindingListPage() {
  const search = useSearch({ from: '/findings' })
  const navigate = useNavigate({ from: '/findings' })
  const go = (to: object) => void navigate({ search: readFindingSearch({ ...to }) })
  const { state, clause, component, severity } = search
  const isFiltered = [state, clause, component, severity].some((value) => value !== undefined)
  return (
    <ListPage
      definition={FINDING_LIST}
      search={search}
      onGo={go}
      filters={
        <FilterForm
          label="Filter findings"
          fields={FILTERS}
          values={{ state, clause, severity, component }}
          onFilter={(values) => go({ ...search, ...FIRST_PAGE, ...values })}
        />
      }
      empty={isFiltered ? NOTHING_MATCHES : NOTHING_SEEN}
    />
  )
}

const NOTHING_MATCHES = { title: 'No finding matches these filters', next: 'Take a filter away.' }
const NOTHING_SEEN = {
  title: 'No finding',
  next: 'Nothing that you may see breaks a clause. Findings open by themselves when something does.',
}
