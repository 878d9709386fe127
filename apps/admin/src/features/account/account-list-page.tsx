import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ListPage } from '../../list/list-page.tsx'
import { useChoice } from '../../list/use-list.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { FilterForm } from '../../ui/filter-form.tsx'
import { FIRST_PAGE } from '../../ui/paging.ts'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import { mayActInBulk } from '../bulk/bulk-search.ts'
import { useViewer } from '../../session/viewer-context.ts'
import { accountFilters } from './account-filters.ts'
import { ACCOUNT_LIST } from './account-list.ts'
import { FilterChoicesQuery } from './account-list.documents.ts'
import { accountFilter, isFiltered, readAccountSearch } from './account-search.ts'

/** The list of accounts: filtered, sorted and paged by the server, all of it in the address. */
export function AccountListPage() {
  const search = useSearch({ from: '/accounts' })
  const navigate = useNavigate({ from: '/accounts' })
  const [{ data: known }] = useQuery({ query: FilterChoicesQuery, requestPolicy: 'cache-first' })
  const choice = useChoice(accountFilter(search))
  const mayAct = mayActInBulk(useViewer())
  const go = (to: object) => void navigate({ search: readAccountSearch({ ...to }) })
  return (
    <ListPage
      definition={ACCOUNT_LIST}
      search={search}
      onGo={go}
      intro={<RequestLink />}
      filters={
        <FilterForm
          label="Filter accounts"
          fields={accountFilters(known)}
          values={{ ...search }}
          onFilter={(values) => go({ ...search, ...FIRST_PAGE, ...values })}
        />
      }
      empty={isFiltered(search) ? NOTHING_MATCHES : NOTHING_SEEN}
      choice={mayAct ? choice : null}
      bulk={({ total }) => (mayAct ? <BulkBar chosen={choice.chosen} total={total} search={search} /> : null)}
    />
  )
}

const NOTHING_MATCHES = {
  title: 'No account matches these filters',
  next: 'Take a filter away, or look for another part of the name, the handle or the address.',
}
const NOTHING_SEEN = {
  title: 'There is no account that you may see',
  next: 'Accounts of your component appear here once they are requested or imported.',
}

function RequestLink() {
  const mayRequest = useMayEver('account.request')
  if (!mayRequest) return null
  return (
    <p>
      <Link to="/accounts/request" className="usa-button">
        Request an account
      </Link>
    </p>
  )
}
