import type { ResultOf } from '@official-accounts/client/graphql'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { FilterForm } from '../../ui/filter-form.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { MODERATION_FILTERS, moderationConditions } from './moderation-filters.ts'
import { readModerationConditions, type ModerationConditions } from './moderation-search.ts'
import { MODERATION_KIND_WORDS, MODERATION_REASON_WORDS } from './moderation-words.ts'
import { ModerationReportQuery } from './moderation.documents.ts'

type Report = ResultOf<typeof ModerationReportQuery>['moderationReport']

/** How much was moderated: by what was done, why, where and when (IV.D.3). */
export function ModerationReportPage() {
  const filter = moderationConditions(useSearch({ from: '/moderation/report' }))
  const navigate = useNavigate({ from: '/moderation/report' })
  const [state, retry] = useQuery({
    query: ModerationReportQuery,
    variables: { filter },
    context: CHANGING_RECORDS,
  })
  return (
    <>
      <PageHeading title="Moderation, counted" />
      <FilterForm
        label="Filter what is counted"
        fields={MODERATION_FILTERS}
        values={filter}
        onFilter={(values) => void navigate({ search: readModerationConditions(values) })}
      />
      <QueryView state={state} what="the report" onRetry={retry}>
        {({ moderationReport }) => <Counts report={moderationReport} filter={filter} />}
      </QueryView>
    </>
  )
}

function Counts({ report, filter }: { readonly report: Report; readonly filter: ModerationConditions }) {
  const { total, inReview, toBeReversed, reversed } = report
  return (
    <>
      <FactList
        facts={[
          { label: 'Entries', value: total },
          { label: 'Wait for their review', value: inReview },
          { label: 'To be taken back', value: toBeReversed },
          { label: 'Taken back', value: reversed },
        ]}
      />
      <p>
        <Link to="/moderation" search={filter} className="usa-link">
          See the entries
        </Link>
      </p>
      <CountTable
        caption="By what was done"
        head="What"
        lines={report.byKind.map(({ kind, count }) => ({ name: MODERATION_KIND_WORDS[kind], count }))}
      />
      <CountTable
        caption="By reason"
        head="Reason"
        lines={report.byReason.map(({ reason, count }) => ({ name: MODERATION_REASON_WORDS[reason], count }))}
      />
      <CountTable
        caption="By component"
        head="Component"
        lines={report.byComponent.map(({ code, count }) => ({ name: code, count }))}
      />
      <CountTable
        caption="By account, the twenty with the most"
        head="Account"
        lines={report.byAccount.map(({ accountId, title, count }) => ({
          key: accountId,
          name: title,
          count,
        }))}
      />
      <CountTable
        caption="By month, in UTC"
        head="Month"
        lines={report.byMonth.map(({ month, count }) => ({ name: month, count }))}
      />
    </>
  )
}

interface CountLine {
  readonly key?: string
  readonly name: string
  readonly count: number
}

function CountTable({
  caption,
  head,
  lines,
}: {
  readonly caption: string
  readonly head: string
  readonly lines: readonly CountLine[]
}) {
  if (lines.length === 0) return null
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={({ key, name }) => key ?? name}
      columns={[
        { label: head, rowHeader: true, cell: ({ name }) => name },
        { label: 'How many', cell: ({ count }) => count },
      ]}
    />
  )
}
