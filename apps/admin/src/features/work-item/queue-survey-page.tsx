import { ROLES } from '@official-accounts/domain/access/roles'
import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useMayEver } from '../../session/viewer-context.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { QueueSurveyQuery, type SurveyedQueue, type WorkPolicy } from './queue-survey.documents.ts'

const CHANGING_QUEUES = {
  additionalTypenames: [...CHANGING_RECORDS.additionalTypenames, 'WorkPolicy'],
}

/** Every queue over the records the reader may see: whose it is, how old it is, and what is late. */
export function QueueSurveyPage() {
  const [state, retry] = useQuery({ query: QueueSurveyQuery, context: CHANGING_QUEUES })
  return (
    <>
      <PageHeading title="Ageing of work" />
      <p className="usa-intro-small">
        What waits, for whom and since when, of the records you may see. What is overdue goes up the line by
        itself. <Link to="/">Back to my work</Link>
      </p>
      <QueryView state={state} what="the queues" onRetry={retry}>
        {({ workQueues, workPolicies }) =>
          workQueues.length === 0 ? (
            <EmptyState title="No queues">
              <p>You see the listed accounts alone, and none of the work on them.</p>
            </EmptyState>
          ) : (
            <>
              <QueueTable queues={workQueues} />
              <h2>Days</h2>
              <p>
                Neither the Directive nor this product gives these days: the department sets them. Those
                marked as defaults nobody has set yet.
              </p>
              <PolicyTable policies={workPolicies} queues={workQueues} />
            </>
          )
        }
      </QueryView>
    </>
  )
}

function QueueTable({ queues }: { readonly queues: readonly SurveyedQueue[] }) {
  const maySet = useMayEver('work.setPolicy')
  return (
    <DataTable
      caption="Every queue with its age"
      rows={queues}
      rowKey={({ kind }) => kind}
      columns={[
        { label: 'Queue', rowHeader: true, cell: ({ title }) => title },
        { label: 'Waits for', cell: ({ owners }) => titles(owners) || 'The person concerned' },
        { label: 'Waiting', cell: ({ count }) => count.toLocaleString('en-US') },
        {
          label: 'Overdue',
          cell: ({ overdue }) =>
            overdue === 0 ? (
              '0'
            ) : (
              <StatusTag status="OVERDUE" tone="WARNING" label={overdue.toLocaleString('en-US')} />
            ),
        },
        {
          label: 'Oldest since',
          cell: ({ oldestSince }) =>
            oldestSince === null ? 'Nothing waits' : <InstantText at={oldestSince} />,
        },
        { label: 'Then goes to', cell: ({ escalatesTo }) => titles(escalatesTo) || 'Nobody else' },
        ...(maySet ? [{ label: 'Days', cell: ({ kind }: SurveyedQueue) => <DaysLink queue={kind} /> }] : []),
      ]}
    />
  )
}

function PolicyTable({
  policies,
  queues,
}: {
  readonly policies: readonly WorkPolicy[]
  readonly queues: readonly SurveyedQueue[]
}) {
  const maySet = useMayEver('work.setPolicy')
  return (
    <DataTable
      caption="By when work is due"
      rows={policies}
      rowKey={({ queue }) => queue}
      columns={[
        {
          label: 'Queue',
          rowHeader: true,
          cell: ({ queue }) =>
            queue === '*' ? 'Every other' : (queues.find(({ kind }) => kind === queue)?.title ?? queue),
        },
        { label: 'Due after, days', cell: ({ dueDays }) => dueDays },
        { label: 'Next office after, days', cell: ({ stepDays }) => stepDays },
        { label: 'Notice before an end, days', cell: ({ noticeDays }) => noticeDays },
        { label: 'Set', cell: ({ isDefault }) => (isDefault ? 'Default, not set yet' : 'By the department') },
        ...(maySet ? [{ label: 'Change', cell: ({ queue }: WorkPolicy) => <DaysLink queue={queue} /> }] : []),
      ]}
    />
  )
}

function DaysLink({ queue }: { readonly queue: string }) {
  return (
    <Link to="/work/queues/$queue" params={{ queue }} className="usa-link">
      Set the days<span className="usa-sr-only"> of {queue === '*' ? 'every other queue' : queue}</span>
    </Link>
  )
}

function titles(roles: SurveyedQueue['owners']): string {
  return roles.map((role) => ROLES[role].title).join(', ')
}
