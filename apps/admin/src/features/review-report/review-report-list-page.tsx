import { REVIEW_KINDS } from '@official-accounts/domain/platform/platform'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ShortListPage } from '../../record/short-list-page.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { FilterForm, type FilterField } from '../../ui/filter-form.tsx'
import { FIRST_PAGE } from '../../ui/paging.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { outcomeTone } from '../platform/platform-words.ts'
import { readReportSearch } from './report-search.ts'
import { ReportListQuery, type ReportRow } from './review-report.documents.ts'

const FILTERS: readonly FilterField[] = [
  {
    name: 'kind',
    label: 'Review',
    choices: REVIEW_KINDS.map((value) => ({ value, label: enumWords(value) })),
  },
  { name: 'platform', label: 'Platform, by the last part of its address here' },
]

const COLUMNS: readonly Column<ReportRow>[] = [
  {
    label: 'Report',
    rowHeader: true,
    cell: ({ id, kind, coverage }) => (
      <Link to="/review-reports/$id" params={{ id }} className="usa-link">
        {enumWords(kind)} review of {coverage.map(({ platform }) => platform.name).join(', ')}
      </Link>
    ),
  },
  {
    label: 'Outcome',
    cell: ({ outcome }) => <StatusTag status={outcome} tone={outcomeTone(outcome)} />,
  },
  {
    label: 'Holds until',
    cell: ({ expiresOn }) => (expiresOn === null ? 'It did not pass' : <DateText date={expiresOn} />),
  },
  { label: 'Recorded', cell: ({ reviewedAt }) => <InstantText at={reviewedAt} /> },
]

const CHANGING = { additionalTypenames: ['ReviewReport', 'Platform'] }

/** What offices found in reviews of platforms, newest first (IV.A.2). */
export function ReviewReportListPage() {
  const search = useSearch({ from: '/review-reports' })
  const navigate = useNavigate({ from: '/review-reports' })
  const { kind, platform, ...paging } = search
  return (
    <ShortListPage
      title="Reports on platforms"
      what="the reports"
      intro={
        <p className="usa-intro-small">
          What the reviewing offices found: a report covers one platform or several, is never changed, and the
          next one may start from it.
        </p>
      }
      filters={
        <FilterForm
          label="Filter reports"
          fields={FILTERS}
          values={{ kind, platform }}
          onFilter={(values) => void navigate({ search: { ...readReportSearch(values), ...FIRST_PAGE } })}
        />
      }
      query={ReportListQuery}
      variables={(page) => ({ ...page, filter: { kind: kind ?? null, platform: platform ?? null } })}
      page={({ reviewReports }) => reviewReports}
      changing={CHANGING}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      paging={paging}
      onGo={(to) => void navigate({ search: { kind, platform, ...to } })}
      empty={{ title: 'There is no such report', next: 'Offices record them on the platforms’ pages.' }}
    />
  )
}
