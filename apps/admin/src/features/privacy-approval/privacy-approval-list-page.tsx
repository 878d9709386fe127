import { PRIVACY_APPROVAL_STANDINGS } from '@official-accounts/domain/privacy-approval/privacy-approval'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ShortListPage } from '../../record/short-list-page.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { FIRST_PAGE } from '../../ui/paging.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { readPrivacyApprovalSearch } from './privacy-approval-search.ts'
import { PRIVACY_TONES, privacyApprovalTitle } from './privacy-approval-words.ts'
import { PrivacyApprovalListQuery, type PrivacyApprovalRow } from './privacy-approval.documents.ts'

const FILTERS: readonly FilterField[] = [
  {
    name: 'standing',
    label: 'Standing',
    choices: PRIVACY_APPROVAL_STANDINGS.map((value) => ({ value, label: enumWords(value) })),
  },
]

const COLUMNS: readonly Column<PrivacyApprovalRow>[] = [
  {
    label: 'About',
    rowHeader: true,
    cell: (row) => (
      <Link to="/privacy-approvals/$id" params={{ id: row.id }} className="usa-link">
        {privacyApprovalTitle(row)}
      </Link>
    ),
  },
  { label: 'Component', cell: ({ component }) => component?.code ?? '' },
  {
    label: 'Standing',
    cell: ({ standing, state }) => (
      <StatusTag
        status={standing}
        tone={PRIVACY_TONES[standing]}
        label={enumWords(standing === 'IN_FORCE' ? state : standing)}
      />
    ),
  },
  { label: 'Asked', cell: ({ requestedAt }) => <InstantText at={requestedAt} /> },
  { label: 'Over on', cell: ({ expiresOn }) => (expiresOn ? <DateText date={expiresOn} /> : 'No day') },
]

const CHANGING_APPROVALS = { additionalTypenames: ['PrivacyApproval'] }

/** What the Chief Privacy Officer was asked and answered (IV.C.2). */
export function PrivacyApprovalListPage() {
  const search = useSearch({ from: '/privacy-approvals' })
  const navigate = useNavigate({ from: '/privacy-approvals' })
  const go = (to: object) => void navigate({ search: readPrivacyApprovalSearch({ ...to }) })
  const { standing } = search
  return (
    <ShortListPage
      title="Personal information"
      what="the questions to the Chief Privacy Officer"
      intro={
        <p className="usa-intro-small">
          People’s names in accounts, and people who are looked at, need the approval of the Chief Privacy
          Officer for these very values. No delegation and no exception passes it (IV.C.2). It is asked for on
          the page of the account or of the access.
        </p>
      }
      filters={
        <FilterForm
          label="Filter questions"
          fields={FILTERS}
          values={{ standing }}
          onFilter={(values) => go({ ...search, ...FIRST_PAGE, ...values })}
        />
      }
      query={PrivacyApprovalListQuery}
      variables={(page) => ({ ...page, filter: { standing } })}
      page={({ privacyApprovals }) => privacyApprovals}
      changing={CHANGING_APPROVALS}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      paging={search}
      onGo={(paging) => go({ ...search, ...paging })}
      empty={{
        title: 'No question',
        next: standing ? 'Take the filter away.' : 'Nobody has asked anything that you may see.',
      }}
    />
  )
}
