import { ROLES } from '@official-accounts/domain/access/roles'
import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/dates.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { ReviewLoadQuery } from './review.documents.ts'

/** How much waits for each office that reviews platforms, and what the policy says of each review. */
export function ReviewLoadPage() {
  const [state, retry] = useQuery({ query: ReviewLoadQuery })
  return (
    <>
      <PageHeading title="Reviews of platforms" />
      <p>
        <Link to="/review-requirements" className="usa-link">
          What reviews are asked for
        </Link>
        {', '}
        <Link to="/review-reports" search={{}} className="usa-link">
          all reports
        </Link>
      </p>
      <QueryView state={state} what="the reviews" onRetry={retry}>
        {({ reviewLoads, reviewRequirements }) => (
          <DataTable
            caption="Reviews of platforms, by office"
            rows={reviewLoads}
            rowKey={({ kind }) => kind}
            columns={[
              { label: 'Review', rowHeader: true, cell: ({ kind }) => enumWords(kind) },
              { label: 'Office', cell: ({ office }) => ROLES[office].title },
              { label: 'Open', cell: ({ open }) => open },
              {
                label: 'Overdue',
                cell: ({ overdue }) =>
                  overdue === 0 ? 0 : <StatusTag status={`${overdue} OVERDUE`} tone="WARNING" />,
              },
              {
                label: 'First due',
                cell: ({ nextDueOn }) =>
                  nextDueOn === null ? 'Nothing waits' : <DateText date={nextDueOn} />,
              },
              {
                label: 'Policy',
                cell: ({ kind }) => {
                  const rule = reviewRequirements.find((requirement) => requirement.kind === kind)
                  return rule === undefined
                    ? ''
                    : `Due in ${rule.dueDays} days, holds ${rule.validDays} days${rule.settled ? '' : ' (placeholders, not settled yet)'}`
                },
              },
            ]}
          />
        )}
      </QueryView>
    </>
  )
}
