import { CLAUSE_IDS, CLAUSES } from '@official-accounts/domain/directive/clauses'
import { EXCEPTION_STANDINGS } from '@official-accounts/domain/exception/exception'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ShortListPage } from '../../record/short-list-page.tsx'
import { useMayEver } from '../../session/viewer-context.ts'
import type { Column } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { FIRST_PAGE } from '../../ui/paging.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { readExceptionSearch } from './exception-search.ts'
import { exceptionTitle, STANDING_TONES, subjectWords } from './exception-words.tsx'
import { ExceptionListQuery, type ExceptionRow } from './exception.documents.ts'

const FILTERS: readonly FilterField[] = [
  {
    name: 'standing',
    label: 'Standing',
    choices: EXCEPTION_STANDINGS.map((value) => ({ value, label: enumWords(value) })),
  },
  {
    name: 'clause',
    label: 'Clause',
    choices: CLAUSE_IDS.filter((id) => CLAUSES[id].exceptionable).map((id) => ({
      value: id,
      label: `${id} ${CLAUSES[id].title}`,
    })),
  },
]

const COLUMNS: readonly Column<ExceptionRow>[] = [
  {
    label: 'Exception',
    rowHeader: true,
    cell: (row) => (
      <Link to="/exceptions/$id" params={{ id: row.id }} className="usa-link">
        {exceptionTitle(row)}
      </Link>
    ),
  },
  { label: 'For', cell: subjectWords },
  {
    label: 'Standing',
    cell: ({ standing }) => <StatusTag status={standing} tone={STANDING_TONES[standing]} />,
  },
  { label: 'From', cell: ({ validFrom }) => <InstantText at={validFrom} /> },
  { label: 'Until', cell: ({ validUntil }) => <InstantText at={validUntil} /> },
]

/** Written exceptions: asked for, granted, run out, taken back (V.B.12). */
export function ExceptionListPage() {
  const search = useSearch({ from: '/exceptions' })
  const navigate = useNavigate({ from: '/exceptions' })
  const go = (to: object) => void navigate({ search: readExceptionSearch({ ...to }) })
  const { standing, clause } = search
  const mayRequest = useMayEver('exception.request')
  return (
    <ShortListPage
      title="Exceptions"
      what="the exceptions"
      intro={
        <>
          <p className="usa-intro-small">
            An exception lifts the clauses it names, for its subject and its time alone. The Office of Public
            Affairs decides case by case; it runs out by itself (V.B.12).
          </p>
          {mayRequest && (
            <p>
              <Link to="/exceptions/request" className="usa-button">
                Request an exception
              </Link>
            </p>
          )}
        </>
      }
      filters={
        <FilterForm
          label="Filter exceptions"
          fields={FILTERS}
          values={{ standing, clause }}
          onFilter={(values) => go({ ...search, ...FIRST_PAGE, ...values })}
        />
      }
      query={ExceptionListQuery}
      variables={(page) => ({ ...page, filter: { standing, clause } })}
      page={({ exceptions }) => exceptions}
      changing={CHANGING_EXCEPTIONS}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      paging={search}
      onGo={(paging) => go({ ...search, ...paging })}
      empty={{
        title: 'No exception',
        next:
          standing || clause
            ? 'Take a filter away.'
            : 'Nobody has asked for one that you may see: every clause holds for everything.',
      }}
    />
  )
}

const CHANGING_EXCEPTIONS = { additionalTypenames: ['Exception'] }
