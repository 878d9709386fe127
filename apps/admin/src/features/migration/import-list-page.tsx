import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ListPage } from '../../list/list-page.tsx'
import { useMayEver } from '../../session/viewer-context.ts'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { FIRST_PAGE } from '../../ui/paging.ts'
import { enumWords } from '../../ui/words.ts'
import { IMPORT_LIST } from './import-list.tsx'
import { IMPORT_STATES, readImportListSearch } from './import-list-search.ts'

const FILTERS: readonly FilterField[] = [
  {
    name: 'state',
    label: 'State',
    many: true,
    choices: IMPORT_STATES.map((state) => ({ value: state, label: enumWords(state) })),
  },
]

/** Imports of external registers, newest first. */
export function ImportListPage() {
  const search = useSearch({ from: '/imports' })
  const navigate = useNavigate({ from: '/imports' })
  const maySubmit = useMayEver('migration.submit')
  const go = (to: object) => void navigate({ search: readImportListSearch({ ...to }) })
  return (
    <ListPage
      definition={IMPORT_LIST}
      search={search}
      onGo={go}
      intro={
        <>
          <p>
            Nothing of a register’s file is applied before the Assistant Secretary has decided on it (V.B.6).
          </p>
          {maySubmit && (
            <p>
              <Link to="/imports/submit" className="usa-button">
                Import a file
              </Link>
            </p>
          )}
        </>
      }
      filters={
        <FilterForm
          label="Filter imports"
          fields={FILTERS}
          values={{ ...search }}
          onFilter={(values) => go({ ...search, ...FIRST_PAGE, ...values })}
        />
      }
      empty={search.state ? NOTHING_MATCHES : NOTHING_SEEN}
    />
  )
}

const NOTHING_MATCHES = { title: 'No import is in one of these states', next: 'Take a state away.' }
const NOTHING_SEEN = {
  title: 'There is no import that you may see',
  next: 'Imports are read by the department’s offices and submitted by the Office of Public Affairs.',
}
