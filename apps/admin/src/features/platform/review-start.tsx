import type { ReviewKind } from '@official-accounts/domain/platform/platform'
import { Link } from '@tanstack/react-router'
import { InstantText } from '../../ui/dates.tsx'
import type { FormerReport } from './review.documents.ts'

interface ReviewStartProps {
  readonly slug: string
  readonly kind: ReviewKind
  readonly reports: readonly FormerReport[]
  readonly start: FormerReport | null
}

/** Which former report the form starts from, and which others it may. */
export function ReviewStart({ slug, kind, reports, start }: ReviewStartProps) {
  if (reports.length === 0) return <p>No review of this kind was recorded before.</p>
  return (
    <details>
      <summary>
        {start === null ? 'Start from a former review' : `Started from ${reportName(start)}; choose another`}
      </summary>
      <ul className="usa-list">
        {reports.map((report) => (
          <li key={report.id}>
            <Link
              to="/platforms/$slug/reviews/$kind"
              params={{ slug, kind }}
              search={{ from: report.id }}
              className="usa-link"
            >
              {reportName(report)}
            </Link>
            , <InstantText at={report.reviewedAt} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function reportName({ coverage }: FormerReport): string {
  return `the review of ${coverage.map(({ platform }) => platform.name).join(', ')}`
}
