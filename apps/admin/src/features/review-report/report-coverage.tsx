import { Link } from '@tanstack/react-router'
import { DataTable } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { platformTone } from '../platform/platform-words.ts'
import { ReportChanges } from './report-changes.tsx'
import type { ReportDetail } from './review-report.documents.ts'

type Covered = ReportDetail['coverage'][number]

/** The platforms a report covers, for privacy the appendix with one-way and two-way use; and what changed for each. */
export function ReportCoverage({ report }: { readonly report: ReportDetail }) {
  const { kind, coverage } = report
  const isPrivacy = kind === 'PRIVACY'
  return (
    <section aria-labelledby="coverage-heading">
      <h2 id="coverage-heading">
        {isPrivacy ? 'Appendix: the platforms it covers and how each is used' : 'The platforms it covers'}
      </h2>
      {isPrivacy && <p>{useCount(coverage)}</p>}
      <DataTable
        caption="Platforms covered"
        rows={coverage}
        rowKey={({ platform }) => platform.slug}
        columns={[
          {
            label: 'Platform',
            rowHeader: true,
            cell: ({ platform: { slug, name } }) => (
              <Link to="/platforms/$slug" params={{ slug }} search={{ tab: 'reviews' }} className="usa-link">
                {name}
              </Link>
            ),
          },
          {
            label: 'State',
            cell: ({ platform: { state } }) => <StatusTag status={state} tone={platformTone(state)} />,
          },
          ...(isPrivacy
            ? [{ label: 'Used', cell: ({ use }: Covered) => (use === null ? 'Not said' : enumWords(use)) }]
            : []),
          { label: 'Standing', cell: (covered) => standing(report, covered) },
          { label: 'Since the report before', cell: (covered) => <Since covered={covered} /> },
        ]}
      />
    </section>
  )
}

function useCount(coverage: readonly Covered[]): string {
  const count = (use: Covered['use']) => coverage.filter((covered) => covered.use === use).length
  return `${count('TWO_WAY')} used two-way, ${count('ONE_WAY')} one-way.`
}

function standing({ id, kind }: ReportDetail, { platform }: Covered): string {
  const review = platform.reviews.find((one) => one.kind === kind)
  if (review?.report?.id !== id) return 'Followed by a later report'
  return review.outcome === 'DUE' ? 'The last report; asked for again' : 'The report in force'
}

function Since({ covered: { previousReport, changes } }: { readonly covered: Covered }) {
  if (previousReport === null) return 'It is the first'
  return (
    <>
      <p>
        <Link to="/review-reports/$id" params={{ id: previousReport.id }} className="usa-link">
          The report of <InstantText at={previousReport.reviewedAt} />
        </Link>
      </p>
      <ReportChanges changes={changes} none="It says the same." />
    </>
  )
}
