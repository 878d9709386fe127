import { DELEGATION_KINDS, DELEGATION_STANDINGS } from '@official-accounts/domain/delegation/delegation'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ShortListPage } from '../../record/short-list-page.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { FIRST_PAGE } from '../../ui/paging.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { DelegationBeginnings } from './delegation-beginnings.tsx'
import { readDelegationSearch } from './delegation-search.ts'
import { DELEGATION_KIND_WORDS, DELEGATION_TONES, delegationTitle, reachWords } from './delegation-words.ts'
import { DelegationListQuery, type DelegationRow } from './delegation.documents.ts'

const FILTERS: readonly FilterField[] = [
  {
    name: 'kind',
    label: 'Kind',
    choices: DELEGATION_KINDS.map((value) => ({ value, label: DELEGATION_KIND_WORDS[value] })),
  },
  {
    name: 'standing',
    label: 'Standing',
    choices: DELEGATION_STANDINGS.map((value) => ({ value, label: enumWords(value) })),
  },
]

const COLUMNS: readonly Column<DelegationRow>[] = [
  {
    label: 'What',
    rowHeader: true,
    cell: (row) => (
      <Link to="/delegations/$id" params={{ id: row.id }} className="usa-link">
        {delegationTitle(row)}
      </Link>
    ),
  },
  { label: 'Kind', cell: ({ kind }) => DELEGATION_KIND_WORDS[kind] },
  { label: 'Reaches', cell: reachWords },
  {
    label: 'Standing',
    cell: ({ standing }) => <StatusTag status={standing} tone={DELEGATION_TONES[standing]} />,
  },
  { label: 'From', cell: ({ validFrom }) => <InstantText at={validFrom} /> },
  {
    label: 'Until',
    cell: ({ validUntil }) => (validUntil === null ? 'Revoked' : <InstantText at={validUntil} />),
  },
]

/** Who acts in another's place, and who stands aside (IV.A.4). */
export function DelegationListPage() {
  const search = useSearch({ from: '/delegations' })
  const navigate = useNavigate({ from: '/delegations' })
  const go = (to: object) => void navigate({ search: readDelegationSearch({ ...to }) })
  const { kind, standing } = search
  return (
    <ShortListPage
      title="Delegations"
      what="the delegations"
      intro={
        <>
          <p className="usa-intro-small">
            Approval of accounts may be lent in writing; offices are filled or covered for a time; whoever
            stands aside from a matter says so here. Nothing is lent on, and every decision names the
            delegation it used (IV.A.4).
          </p>
          <DelegationBeginnings />
        </>
      }
      filters={
        <FilterForm
          label="Filter delegations"
          fields={FILTERS}
          values={{ kind, standing }}
          onFilter={(values) => go({ ...search, ...FIRST_PAGE, ...values })}
        />
      }
      query={DelegationListQuery}
      variables={(page) => ({ ...page, filter: { kind, standing } })}
      page={({ delegations }) => delegations}
      changing={CHANGING_DELEGATIONS}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      paging={search}
      onGo={(paging) => go({ ...search, ...paging })}
      empty={{
        title: 'No delegation',
        next:
          kind || standing ? 'Take a filter away.' : 'Every office acts for itself, as far as you may see.',
      }}
    />
  )
}

const CHANGING_DELEGATIONS = { additionalTypenames: ['Delegation'] }
