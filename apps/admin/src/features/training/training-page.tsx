import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useMayEver } from '../../session/viewer-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { TrainingQuery, type CourseRow, type StandingRow } from './training.documents.ts'

const CHANGING_TRAINING = { additionalTypenames: ['TrainingCourse', 'TrainingCompletion', 'Person'] }

/** The courses, and who has to be trained and is (IV.A.3). */
export function TrainingPage() {
  const [state, retry] = useQuery({ query: TrainingQuery, context: CHANGING_TRAINING })
  const mayAdd = useMayEver('training.addCourse')
  const mayRecord = useMayEver('training.record')
  return (
    <>
      <PageHeading title="Training" />
      <p className="usa-intro-small">
        Whoever answers for an account has completed every required course, and takes it again before it runs
        out (IV.A.3).
      </p>
      <p>
        {mayRecord && (
          <Link to="/training/record" className="usa-button">
            Record a completion
          </Link>
        )}
        {mayAdd && (
          <Link to="/training/add" className="usa-button usa-button--outline">
            Add a course
          </Link>
        )}
      </p>
      <QueryView state={state} what="the training" onRetry={retry}>
        {({ trainingCourses, trainingStandings: { totalCount, currentCount, edges } }) => (
          <>
            <h2>Courses</h2>
            <CourseTable rows={trainingCourses.edges.map(({ node }) => node)} />
            <h2>Who answers for accounts</h2>
            <p>
              {currentCount} of {totalCount} have current training, as far as you may see.
            </p>
            <StandingTable rows={edges.map(({ node }) => node)} />
          </>
        )}
      </QueryView>
    </>
  )
}

const END = {
  label: 'End',
  cell: ({ id, title, endedAt }: CourseRow) =>
    endedAt === null && (
      <Link to="/training/end" search={{ course: id }} className="usa-link">
        End<span className="usa-sr-only"> {title}</span>
      </Link>
    ),
}

function CourseTable({ rows }: { readonly rows: readonly CourseRow[] }) {
  const mayEnd = useMayEver('training.endCourse')
  return (
    <DataTable
      caption="Courses, the newest first"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { label: 'Title', rowHeader: true, cell: ({ title }) => title },
        { label: 'Teaches', cell: ({ description }) => description },
        { label: 'Counts for', cell: ({ validMonths }) => `${validMonths} months` },
        {
          label: 'Required',
          cell: ({ requiredFrom, endedAt }) =>
            endedAt !== null ? 'Ended' : requiredFrom === null ? 'No' : <InstantText at={requiredFrom} />,
        },
        ...(mayEnd ? [END] : []),
      ]}
    />
  )
}

function StandingTable({ rows }: { readonly rows: readonly StandingRow[] }) {
  return (
    <DataTable
      caption="People who answer for accounts"
      rows={rows}
      rowKey={({ person }) => person.id}
      columns={[
        {
          label: 'Person',
          rowHeader: true,
          cell: ({ person }) => (
            <Link to="/people/$id" params={{ id: person.id }}>
              {person.displayName}
            </Link>
          ),
        },
        {
          label: 'Current until',
          cell: ({ currentUntil }) =>
            currentUntil === null ? 'Not current' : <DateText date={currentUntil} />,
        },
        { label: 'Missing', cell: ({ missing }) => (missing.length === 0 ? 'Nothing' : missing.join('; ')) },
      ]}
    />
  )
}
