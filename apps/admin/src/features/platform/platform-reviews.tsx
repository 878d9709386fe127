import { ROLES } from '@official-accounts/domain/access/roles'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { Link } from '@tanstack/react-router'
import { useViewer } from '../../session/viewer-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import type { PlatformDetail } from './platform.documents.ts'
import { ReviewFinding } from './review-finding.tsx'

type Review = PlatformDetail['reviews'][number]

const TONES: Readonly<Record<Review['outcome'], StatusTone>> = {
  DUE: 'WAITING',
  PASSED: 'GOOD',
  PASSED_WITH_CONDITIONS: 'GOOD',
  FAILED: 'WARNING',
}

/** A platform's reviews: which office gives each, by when, and how it came out (IV.A.2). */
export function PlatformReviews({ platform }: { readonly platform: PlatformDetail }) {
  const { reviews, slug, availableActions } = platform
  const mayRecord = availableActions.some(
    ({ action, allowed }) => action === 'recordPlatformReview' && allowed,
  )
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
            { label: 'Found', cell: (review) => <ReviewFinding review={review} slug={slug} /> },
            ...(mayRecord
              ? [{ label: 'Record', cell: (review: Review) => <RecordLink review={review} slug={slug} /> }]
              : []),
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

// Offered to the office whose review it is.
function RecordLink({ review: { kind }, slug }: { readonly review: Review; readonly slug: string }) {
  const { roles } = useViewer()
  if (!roles.some(({ role }) => role === REVIEW_OFFICES[kind].role)) return 'By its office'
  return (
    <Link
      to="/platforms/$slug/reviews/$kind"
      params={{ slug, kind }}
      aria-label={`Record the ${enumWords(kind).toLowerCase()} review`}
      className="usa-link"
    >
      Record it
    </Link>
  )
}
