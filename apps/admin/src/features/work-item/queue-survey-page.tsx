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
import { settingPath } from '../policy-setting/setting-path.ts'
import { QueueSurveyQuery, type SurveyedQueue } from './queue-survey.documents.ts'

const CHANGING_QUEUES = {
  additionalTypenames: [...CHANGING_RECORDS.additionalTypenames, 'PolicySetting'],
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
        {({ workQueues }) =>
          workQueues.length === 0 ? (
            <EmptyState title="No queues">
              <p>You see the listed accounts alone, and none of the work on them.</p>
            </EmptyState>
          ) : (
            <>
              <QueueTable queues={workQueues} />
              <h2>Days</h2>
              <p>
                Neither the Directive nor this product gives these days: they are{' '}
                <Link to="/settings">policy settings</Link>, which a queue may have of its own.
              </p>
              <DaysTable queues={workQueues} />
            </>
          )
        }
      </QueryView>
    </>
  )
}

function QueueTable({ queues }: { readonly queues: readonly SurveyedQueue[] }) {
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
      ]}
    />
  )
}

const DAYS = [
  { key: 'WORK_DUE_DAYS', label: 'Due after, days', field: 'dueDays' },
  { key: 'WORK_STEP_DAYS', label: 'Next office after, days', field: 'stepDays' },
  { key: 'WORK_NOTICE_DAYS', label: 'Notice before an end, days', field: 'noticeDays' },
] as const

function DaysTable({ queues }: { readonly queues: readonly SurveyedQueue[] }) {
  const maySet = useMayEver('policySetting.change')
  return (
    <DataTable
      caption="By when work is due"
      rows={queues}
      rowKey={({ kind }) => kind}
      columns={[
        { label: 'Queue', rowHeader: true, cell: ({ title }) => title },
        ...DAYS.map(({ key, label, field }) => ({
          label,
          cell: ({ kind, title, ...days }: SurveyedQueue) =>
            maySet ? (
              <Link to="/settings/$id" params={{ id: settingPath(key, kind) }} className="usa-link">
                {days[field]}
                <span className="usa-sr-only">
                  {' '}
                  {label}, {title}: change
                </span>
              </Link>
            ) : (
              days[field]
            ),
        })),
      ]}
    />
  )
}

function titles(roles: SurveyedQueue['owners']): string {
  return roles.map((role) => ROLES[role].title).join(', ')
}
