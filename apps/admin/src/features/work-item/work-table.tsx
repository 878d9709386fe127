import { ROLES } from '@official-accounts/domain/access/roles'
import { Link } from '@tanstack/react-router'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText, InstantText, isOverdue } from '../../ui/dates.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import { workActionLabel } from './work-words.ts'
import type { WorkItem } from './work.documents.ts'

/** A page of work, overdue first. */
export function WorkTable({ items }: { readonly items: readonly WorkItem[] }) {
  const place = useKeptFocus()
  return (
    <div ref={place} tabIndex={-1} className="work-table">
      <DataTable
        caption="What waits for you, overdue first"
        rows={items}
        rowKey={({ kind, subjectId, action }) => `${kind} ${subjectId} ${action}`}
        columns={[
          {
            label: 'What',
            rowHeader: true,
            cell: ({ subjectId, title, detail }) => (
              <>
                <Link to="/records/$id" params={{ id: subjectId }} preload={false} className="usa-link">
                  {title}
                </Link>
                {detail !== null && <span className="work-table__detail">{detail}</span>}
              </>
            ),
          },
          { label: 'Component', cell: ({ componentCode }) => componentCode ?? 'Department' },
          { label: 'Why', cell: ({ reason }) => reason },
          { label: 'Next action', cell: (item) => <NextAction item={item} /> },
          { label: 'Due', cell: (item) => <DueDate item={item} /> },
        ]}
      />
    </div>
  )
}

function NextAction({ item: { subjectId, action, title, detail } }: { readonly item: WorkItem }) {
  return (
    <Link
      to="/records/$id"
      params={{ id: subjectId }}
      search={{ action }}
      preload={false}
      className="usa-button usa-button--outline work-table__action"
    >
      {workActionLabel(action)}
      <span className="usa-sr-only">
        : {title}
        {detail !== null && `, ${detail}`}
      </span>
    </Link>
  )
}

function DueDate({ item: { dueOn, since, escalatedTo } }: { readonly item: WorkItem }) {
  if (dueOn === null) {
    return (
      <>
        No date. Waits since <InstantText at={since} />
      </>
    )
  }
  return (
    <>
      {isOverdue(dueOn, new Date()) && <StatusTag status="OVERDUE" tone="WARNING" />}{' '}
      <DateText date={dueOn} />
      {escalatedTo !== null && (
        <span className="work-table__detail">Gone up to: {ROLES[escalatedTo].title}</span>
      )}
    </>
  )
}
