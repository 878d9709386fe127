import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ListPage } from '../../list/list-page.tsx'
import { FilterForm } from '../../ui/filter-form.tsx'
import { FIRST_PAGE } from '../../ui/paging.ts'
import { MODERATION_FILTERS, moderationConditions } from './moderation-filters.ts'
import { MODERATION_LIST } from './moderation-list.tsx'
import { readModerationSearch } from './moderation-search.ts'

/** The log of moderation, as far as the reader may see, newest first (IV.D.3). */
export function ModerationListPage() {
  const search = useSearch({ from: '/moderation' })
  const navigate = useNavigate({ from: '/moderation' })
  const go = (to: object) => void navigate({ search: readModerationSearch({ ...to }) })
  const conditions = moderationConditions(search)
  const isFiltered = Object.values(conditions).some((value) => value !== undefined)
  return (
    <>
      <ListPage
        definition={MODERATION_LIST}
        search={search}
        onGo={go}
        filters={
          <FilterForm
            label="Filter the log of moderation"
            fields={MODERATION_FILTERS}
            values={conditions}
            onFilter={(values) => go({ ...search, ...FIRST_PAGE, ...values })}
          />
        }
        empty={isFiltered ? NOTHING_MATCHES : NOTHING_SEEN}
      />
      <p>
        <Link to="/moderation/report" search={conditions} className="usa-link">
          Count what these filters show
        </Link>
      </p>
    </>
  )
}

const NOTHING_MATCHES = { title: 'No entry matches these filters', next: 'Take a filter away.' }
const NOTHING_SEEN = {
  title: 'Nothing was moderated',
  next: 'Nothing is recorded that you may see. Whoever manages an account records it on the account’s page.',
}
