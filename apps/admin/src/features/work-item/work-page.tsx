import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText, InstantText, isOverdue } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { orderWork } from './order-work.ts'
import { WorkQuery, type WorkItem } from './work.documents.ts'
import { workActionLabel } from './work-words.ts'

/** What waits for the signed-in person: why, the one next action, and by when. */
export function WorkPage() {
  const [state, retry] = useQuery({ query: WorkQuery, context: CHANGING_RECORDS })
  const total = state.data?.workItems.totalCount
  return (
    <>
      <PageHeading title="My work" count={total} />
      <QueryView state={state} what="your work" onRetry={retry}>
        {({ workItems: { items, totalCount } }) =>
          items.length === 0 ? (
            <NothingToDo />
          ) : (
            <>
              <p role="status" className="list-status">
                {totalCount === 1 ? 'One thing waits for you.' : `${totalCount} things wait for you.`}
                {totalCount > items.length && ` The ${items.length} most urgent are shown.`}
              </p>
              <WorkTable items={orderWork(items)} />
            </>
          )
        }
      </QueryView>
    </>
  )
}

function WorkTable({ items }: { readonly items: readonly WorkItem[] }) {
  return (
    <DataTable
      caption="What waits for you, overdue first"
      rows={items}
      rowKey={({ kind, subjectId, action }) => `${kind} ${subjectId} ${action}`}
      columns={[
        {
          label: 'What',
          rowHeader: true,
          cell: ({ subjectId, title }) => (
            <Link to="/records/$id" params={{ id: subjectId }} className="usa-link">
              {title}
            </Link>
          ),
        },
        { label: 'Component', cell: ({ componentCode }) => componentCode ?? 'Department' },
        { label: 'Why', cell: ({ reason }) => reason },
        {
          label: 'Next action',
          cell: ({ subjectId, action, title }) => (
            <Link to="/records/$id" params={{ id: subjectId }} search={{ action }} className="usa-link">
              {workActionLabel(action)}
              <span className="usa-sr-only">: {title}</span>
            </Link>
          ),
        },
        { label: 'Due', cell: (item) => <DueDate item={item} /> },
      ]}
    />
  )
}

function DueDate({ item: { dueOn, since } }: { readonly item: WorkItem }) {
  if (dueOn === null) {
    return (
      <>
        Waiting since <InstantText at={since} />
      </>
    )
  }
  return (
    <>
      {isOverdue(dueOn, new Date()) && (
        <StatusTag status="OVERDUE" label={enumWords('OVERDUE')} tone="WARNING" />
      )}{' '}
      <DateText date={dueOn} />
    </>
  )
}

function NothingToDo() {
  return (
    <EmptyState title="Nothing waits for you">
      <p>Requests, claims and reviews appear here when it is your turn.</p>
      <p>
        <Link to="/accounts" className="usa-link">
          Look through the accounts
        </Link>
      </p>
    </EmptyState>
  )
}
