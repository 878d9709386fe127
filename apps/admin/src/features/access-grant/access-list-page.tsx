import { ACCESS_KINDS, ACCESS_STATES } from '@official-accounts/domain/access-grant/access-grant'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ShortListPage } from '../../record/short-list-page.tsx'
import { useMayEver } from '../../session/viewer-context.ts'
import type { Column } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/dates.tsx'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { FIRST_PAGE } from '../../ui/paging.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { AccessListQuery, type AccessRow } from './access-grant.documents.ts'
import { readAccessSearch } from './access-search.ts'
import { accessStateWords, accessTitle, ACCESS_TONES } from './access-words.ts'

const FILTERS: readonly FilterField[] = [
  { name: 'kind', label: 'Kind', choices: ACCESS_KINDS.map((value) => ({ value, label: enumWords(value) })) },
  {
    name: 'state',
    label: 'State',
    choices: ACCESS_STATES.map((value) => ({ value, label: enumWords(value) })),
  },
  { name: 'mine', label: 'Only my own', flag: true },
]

const COLUMNS: readonly Column<AccessRow>[] = [
  {
    label: 'Access',
    rowHeader: true,
    cell: (row) => (
      <Link to="/access/$id" params={{ id: row.id }} className="usa-link">
        {accessTitle(row)}
      </Link>
    ),
  },
  { label: 'Whose', cell: ({ person }) => person.displayName },
  { label: 'Component', cell: ({ component }) => component?.code ?? 'Department' },
  {
    label: 'State',
    cell: (row) => (
      <StatusTag status={row.state} tone={ACCESS_TONES[row.state]} label={accessStateWords(row)} />
    ),
  },
  { label: 'Ends on', cell: ({ expiresOn }) => <DateText date={expiresOn} /> },
]

/** Who asked for access and who has it: denied unless granted (V.B.4). */
export function AccessListPage() {
  const search = useSearch({ from: '/access' })
  const navigate = useNavigate({ from: '/access' })
  const go = (to: object) => void navigate({ search: readAccessSearch({ ...to }) })
  const { kind, state, mine } = search
  const mayRequest = useMayEver('access.request')
  return (
    <ShortListPage
      title="Access"
      what="the records of access"
      intro={
        <>
          <p className="usa-intro-small">
            Access follows a mission need: to manage an official account, or to look at other accounts for
            awareness that is not operational. It is denied unless granted (V.B.4).{' '}
            <Link to="/access/process" className="usa-link">
              How access is asked for and decided
            </Link>
            .
          </p>
          {mayRequest && (
            <p>
              <Link to="/access/request" className="usa-button">
                Ask for access
              </Link>
            </p>
          )}
        </>
      }
      filters={
        <FilterForm
          label="Filter access"
          fields={FILTERS}
          values={{ kind, state, mine }}
          onFilter={(values) => go({ ...search, ...FIRST_PAGE, ...values })}
        />
      }
      query={AccessListQuery}
      variables={(page) => ({ ...page, filter: { kind, state, mine } })}
      page={({ accessGrants }) => accessGrants}
      changing={CHANGING_ACCESS}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      paging={search}
      onGo={(paging) => go({ ...search, ...paging })}
      empty={{
        title: 'No access',
        next: 'Nobody whose access you may see has asked for any, or the filters leave nothing.',
      }}
    />
  )
}

const CHANGING_ACCESS = { additionalTypenames: ['AccessGrant'] }
