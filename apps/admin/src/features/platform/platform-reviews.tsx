import { ROLES } from '@official-accounts/domain/access/roles'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/platform-rules'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import type { PlatformDetail } from './platform.documents.ts'

type Review = PlatformDetail['reviews'][number]

const TONES: Readonly<Record<Review['outcome'], StatusTone>> = {
  DUE: 'WAITING',
  PASSED: 'GOOD',
  PASSED_WITH_CONDITIONS: 'GOOD',
  FAILED: 'WARNING',
}

/** A platform's reviews: which office gives each, under which clause, and how it came out (IV.A.2). */
export function PlatformReviews({ reviews }: Pick<PlatformDetail, 'reviews'>) {
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
            { label: 'Outcome', cell: ({ outcome }) => <StatusTag status={outcome} tone={TONES[outcome]} /> },
            { label: 'When', cell: (review) => <ReviewDate review={review} /> },
            { label: 'Found', cell: (review) => <ReviewText review={review} /> },
          ]}
        />
      )}
    </section>
  )
}

function ReviewDate({ review: { reviewedAt, dueOn, expiresOn } }: { readonly review: Review }) {
  if (reviewedAt === null)
    return dueOn ? (
      <>
        Due on <DateText date={dueOn} />
      </>
    ) : (
      'No date set'
    )
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

function ReviewText({ review: { findings, conditions } }: { readonly review: Review }) {
  return (
    <>
      {findings ?? 'Nothing recorded yet'}
      {conditions && <p>Conditions: {conditions}</p>}
    </>
  )
}
