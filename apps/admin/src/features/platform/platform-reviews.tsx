import { ROLES } from '@official-accounts/domain/access/roles'
import type { ReviewOpening } from '@official-accounts/domain/platform/platform'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { Link } from '@tanstack/react-router'
import { useViewer } from '../../session/viewer-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx'
import { enumWords, fieldWords } from '../../ui/words.ts'
import type { PlatformDetail } from './platform.documents.ts'

type Review = PlatformDetail['reviews'][number]

const TONES: Readonly<Record<Review['outcome'], StatusTone>> = {
  DUE: 'WAITING',
  PASSED: 'GOOD',
  PASSED_WITH_CONDITIONS: 'GOOD',
  FAILED: 'WARNING',
}

const AGAIN: Readonly<Record<ReviewOpening, string>> = {
  PROPOSED: '',
  EXPIRED: 'Asked for again: the last one has expired.',
  TERMS_CHANGED: 'Asked for again: the platform changed its terms.',
  PRIVACY_POLICY_CHANGED: 'Asked for again: the platform changed its privacy policy.',
}

/** A platform's reviews: which office gives each, by when, and how it came out (IV.A.2). */
export function PlatformReviews({ platform }: { readonly platform: PlatformDetail }) {
  const { reviews, slug } = platform
  return (
    <section aria-labelledby="reviews-heading">
      <h2 id="reviews-heading">Reviews</h2>
      {reviews.length === 0 ? (
        <EmptyState title="No review is asked for">
          <p>Reviews are due once a platform is proposed for use.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Reviews"
          rows={reviews}
          rowKey={({ kind }) => kind}
          columns={[
            {
              label: 'Review',
              rowHeader: true,
              cell: ({ kind }) => `${enumWords(kind)} (${REVIEW_OFFICES[kind].clause})`,
            },
            { label: 'Office', cell: ({ office }) => ROLES[office].title },
            { label: 'Due', cell: ({ dueOn }) => (dueOn ? <DateText date={dueOn} /> : 'No date set') },
            { label: 'Outcome', cell: (review) => <ReviewOutcome review={review} /> },
            { label: 'When', cell: (review) => <ReviewDate review={review} /> },
            { label: 'Found', cell: (review) => <ReviewText review={review} slug={slug} /> },
            { label: 'Record', cell: (review) => <RecordLink review={review} platform={platform} /> },
          ]}
        />
      )}
    </section>
  )
}

function ReviewOutcome({ review: { outcome, overdue, expired } }: { readonly review: Review }) {
  if (expired) return <StatusTag status="EXPIRED" tone="WARNING" />
  return (
    <>
      <StatusTag status={outcome} tone={TONES[outcome]} />{' '}
      {overdue && <StatusTag status="OVERDUE" tone="WARNING" />}
    </>
  )
}

function ReviewDate({ review: { reviewedAt, expiresOn } }: { readonly review: Review }) {
  if (reviewedAt === null) return 'Not given yet'
  return (
    <>
      <InstantText at={reviewedAt} />
      {expiresOn && (
        <>
          , holds until <DateText date={expiresOn} />
        </>
      )}
    </>
  )
}

function ReviewText({ review, slug }: { readonly review: Review; readonly slug: string }) {
  const { findings, conditions, openedBecause, report, changes, outcome } = review
  const others = report?.coverage.flatMap(({ platform }) =>
    platform && platform.slug !== slug ? [platform.name] : [],
  )
  const use = report?.coverage.find(({ platform }) => platform?.slug === slug)?.use
  return (
    <>
      {outcome === 'DUE' && AGAIN[openedBecause] !== '' && <p>{AGAIN[openedBecause]}</p>}
      {findings ?? 'Nothing recorded yet'}
      {conditions && <p>Conditions: {conditions}</p>}
      {report?.indemnification && <p>Indemnification: {enumWords(report.indemnification)}</p>}
      {use && <p>Use: {enumWords(use)}</p>}
      {others !== undefined && others.length > 0 && <p>Covers also {others.join(', ')}</p>}
      {changes.length > 0 && (
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

// Offered to the office whose review it is, where the platform is one to be reviewed.
function RecordLink({
  review: { kind },
  platform,
}: {
  readonly review: Review
  readonly platform: PlatformDetail
}) {
  const { roles } = useViewer()
  const offered = platform.availableActions.find(({ action }) => action === 'recordPlatformReview')
  if (!offered?.allowed || !roles.some(({ role }) => role === REVIEW_OFFICES[kind].role))
    return 'Its office’s'
  return (
    <Link
      to="/platforms/$slug/reviews/$kind"
      params={{ slug: platform.slug, kind }}
      aria-label={`Record the ${enumWords(kind).toLowerCase()} review`}
      className="usa-link"
    >
      Record it
    </Link>
  )
}
