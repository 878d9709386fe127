import { PLATFORM_STATES } from '@official-accounts/domain/platform/platform'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ListPage } from '../../list/list-page.tsx'
import { useMayEver } from '../../session/viewer-context.ts'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { FIRST_PAGE } from '../../ui/paging.ts'
import { enumWords } from '../../ui/words.ts'
import { PLATFORM_LIST } from './platform-list.tsx'
import { readPlatformSearch } from './platform-search.ts'

const FILTERS: readonly FilterField[] = [
  { name: 'text', label: 'Name' },
  {
    name: 'state',
    label: 'State',
    many: true,
    choices: PLATFORM_STATES.map((state) => ({ value: state, label: enumWords(state) })),
  },
  {
    name: 'kind',
    label: 'Kind',
    choices: [
      { value: 'PROFILE', label: 'Has accounts' },
      { value: 'TOOL', label: 'Tools, no accounts' },
    ],
  },
]

/** The list of platforms and tools, by name. */
export function PlatformListPage() {
  const search = useSearch({ from: '/platforms' })
  const navigate = useNavigate({ from: '/platforms' })
  const mayPropose = useMayEver('platform.propose')
  const go = (to: object) => void navigate({ search: readPlatformSearch({ ...to }) })
  return (
    <ListPage
      definition={PLATFORM_LIST}
      search={search}
      onGo={go}
      intro={
        <p>
          {mayPropose && (
            <Link to="/platforms/propose" className="usa-button">
              Propose a platform
            </Link>
          )}
          <Link to="/platforms/reviews" className="usa-link">
            What waits for each reviewing office
          </Link>
        </p>
      }
      filters={
        <FilterForm
          label="Filter platforms"
          fields={FILTERS}
          values={{ ...search }}
          onFilter={(values) => go({ ...search, ...FIRST_PAGE, ...values })}
        />
      }
      empty={{
        title: 'No platform matches these filters',
        next: 'Take a filter away, or propose the platform if it is not known yet.',
      }}
    />
  )
}
