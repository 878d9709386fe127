import type { ReviewOpening } from '@official-accounts/domain/platform/platform'
import { Link } from '@tanstack/react-router'
import { DateText } from '../../ui/dates.tsx'
import { enumWords, fieldWords } from '../../ui/words.ts'
import type { PlatformDetail } from './platform.documents.ts'

type Review = PlatformDetail['reviews'][number]
type Report = NonNullable<Review['report']>

const AGAIN: Readonly<Record<ReviewOpening, string>> = {
  PROPOSED: '',
  EXPIRED: 'Asked for again: the last one has expired.',
  TERMS_CHANGED: 'Asked for again: the platform changed its terms.',
  PRIVACY_POLICY_CHANGED: 'Asked for again: the platform changed its privacy policy.',
}

/** What an office found: its words and conditions, what was read and assessed, and what changed since the last. */
export function ReviewFinding({ review, slug }: { readonly review: Review; readonly slug: string }) {
  const { findings, conditions, openedBecause, report, changes, outcome } = review
  return (
    <>
      {outcome === 'DUE' && AGAIN[openedBecause] !== '' && <p>{AGAIN[openedBecause]}</p>}
      {findings ?? 'Nothing recorded yet'}
      {conditions && <p>Conditions: {conditions}</p>}
      {outcome !== 'DUE' && report && <ReportFacts report={report} slug={slug} />}
      {outcome !== 'DUE' && changes.length > 0 && (
        <details>
          <summary>What changed since the last ({changes.length})</summary>
          <ul className="usa-list">
            {changes.map(({ field, before, after }) => (
              <li key={field}>
                {fieldWords(field)}: “{before ?? 'nothing'}” became “{after ?? 'nothing'}”
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function ReportFacts({ report, slug }: { readonly report: Report; readonly slug: string }) {
  const { id, coverage, indemnification, textDatedOn, textSha256, threshold, assessment } = report
  const own = coverage.find(({ platform }) => platform.slug === slug)
  const others = coverage.filter(({ platform }) => platform.slug !== slug)
  return (
    <>
      {indemnification && <p>Indemnification: {enumWords(indemnification)}</p>}
      {textDatedOn && (
        <p>
          Text of <DateText date={textDatedOn} />
        </p>
      )}
      {textSha256 && (
        <details>
          <summary>SHA-256 of the text</summary>
          <code className="digest">{textSha256}</code>
        </details>
      )}
      {threshold && <p>Threshold analysis: {enumWords(threshold)}</p>}
      {own?.use && <p>Use: {enumWords(own.use)}</p>}
      {others.length > 0 && (
        <p>
          Covers also{' '}
          {others
            .map(({ platform, use }) => `${platform.name}${use ? ` (${enumWords(use).toLowerCase()})` : ''}`)
            .join(', ')}
        </p>
      )}
      <p>
        <Link to="/review-reports/$id" params={{ id }} className="usa-link">
          The whole report{assessment && ', with its privacy impact assessment'}
        </Link>
      </p>
    </>
  )
}
