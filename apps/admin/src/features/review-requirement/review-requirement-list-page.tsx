import { ROLES } from '@official-accounts/domain/access/roles'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useMayEver } from '../../session/viewer-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { appliesToWords } from './requirement-words.ts'
import { ReviewRequirementsQuery, type RequirementRow } from './review-requirement.documents.ts'

/** Which reviews a platform needs before its approval, and who settled that (IV.A.2). */
export function ReviewRequirementListPage() {
  const [state, retry] = useQuery({ query: ReviewRequirementsQuery })
  const maySettle = useMayEver('platform.settleReviews')
  return (
    <>
      <PageHeading title="What reviews are asked for" />
      <p className="usa-intro-small">
        The Directive names the offices and gives no numbers. A row that nobody has settled holds placeholders
        of this product; the Assistant Secretary for Public Affairs settles them (IV.A.2). Reviews that are
        asked for already keep their day.
      </p>
      <p>
        <Link to="/platforms/reviews" className="usa-link">
          How many reviews wait for each office
        </Link>
      </p>
      <QueryView state={state} what="what reviews are asked for" onRetry={retry}>
        {({ reviewRequirements }) => (
          <DataTable
            caption="What reviews are asked for"
            rows={reviewRequirements}
            rowKey={({ id }) => id}
            columns={[
              {
                label: 'Review',
                rowHeader: true,
                cell: ({ kind }) => `${enumWords(kind)} (${REVIEW_OFFICES[kind].clause})`,
              },
              { label: 'Office', cell: ({ office }) => ROLES[office].title },
              { label: 'Asked of', cell: ({ appliesTo }) => appliesToWords(appliesTo) },
              { label: 'Due within', cell: ({ dueDays }) => `${dueDays} days` },
              {
                label: 'Holds',
                cell: ({ validDays }) => `${validDays} days, unless its office names an end`,
              },
              { label: 'Settled', cell: (row) => <Settled row={row} /> },
              ...(maySettle ? [{ label: 'Settle', cell: SettleLink }] : []),
            ]}
          />
        )}
      </QueryView>
    </>
  )
}

function Settled({ row: { settledAt, settledBy, reason } }: { readonly row: RequirementRow }) {
  if (settledAt === null)
    return <StatusTag status="PLACEHOLDER" tone="WARNING" label="Placeholders: nobody has settled it" />
  return (
    <>
      <InstantText at={settledAt} /> by {settledBy?.displayName ?? 'the Assistant Secretary’s office'}
      {reason !== null && <>: {reason}</>}
    </>
  )
}

function SettleLink({ kind, settled }: RequirementRow) {
  return (
    <Link to="/review-requirements/$kind" params={{ kind }} className="usa-link">
      {settled ? 'Change' : 'Settle'}
      <span className="usa-sr-only"> what is asked of the {enumWords(kind).toLowerCase()} review</span>
    </Link>
  )
}
