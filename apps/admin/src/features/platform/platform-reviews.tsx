import { ROLES } from '@official-accounts/domain/access/roles'
import { ADVICE, REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { Link } from '@tanstack/react-router'
import { useViewer } from '../../session/viewer-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import type { PlatformDetail } from './platform.documents.ts'
import { outcomeTone } from './platform-words.ts'
import { ReviewFinding } from './review-finding.tsx'

type Review = PlatformDetail['reviews'][number]

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
            {
              label: 'Outcome',
              cell: (review) => (
                <>
                  <ReviewOutcome review={review} />
                  <AdviceNote platform={platform} kind={review.kind} />
                </>
              ),
            },
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
      <StatusTag status={outcome} tone={outcomeTone(outcome)} />{' '}
      {overdue && <StatusTag status="OVERDUE" tone="WARNING" />}
    </>
  )
}

// Advice alone may be gone over, and while it is not heard only once its day has passed (IV.A.2).
function AdviceNote({
  platform,
  kind,
}: {
  readonly platform: PlatformDetail
  readonly kind: Review['kind']
}) {
  const blocking = platform.blockingReviews.find((review) => review.kind === kind)
  if (blocking === undefined || !ADVICE.includes(kind)) return null
  const { overridable, overridableAfter, trouble } = blocking
  if (!overridable)
    return (
      <p>
        {overridableAfter === null ? (
          'Advice without a date: the Assistant Secretary may go over it once it is given (IV.A.2).'
        ) : (
          <>
            Advice: unheard, the Assistant Secretary may go over it only after{' '}
            <DateText date={overridableAfter} /> (IV.A.2).
          </>
        )}
      </p>
    )
  return (
    <p>
      {trouble === 'NEGATIVE'
        ? 'Advice: the Assistant Secretary may go over it in writing (IV.A.2).'
        : 'Advice not given in time: the Assistant Secretary may go over it in writing (IV.A.2).'}
    </p>
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
