import { change } from '@official-accounts/client/change'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useClient } from 'urql'
import { DataTable } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { MarkReadMutation, type NotificationRow } from './notification.documents.ts'

/** A page of what the reader was told. */
export function NotificationTable({ rows }: { readonly rows: readonly NotificationRow[] }) {
  return (
    <DataTable
      caption="What you were told, newest first"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { label: 'What happened', rowHeader: true, cell: ({ words }) => words },
        { label: 'To what', cell: (row) => <Subject row={row} /> },
        { label: 'When', cell: ({ createdAt }) => <InstantText at={createdAt} /> },
        { label: 'E-mail', cell: ({ mailState }) => MAIL_WORDS[mailState] },
        { label: 'Read', cell: (row) => <ReadState row={row} /> },
      ]}
    />
  )
}

const MAIL_WORDS: Readonly<Record<NotificationRow['mailState'], string>> = {
  NONE: 'None',
  PENDING: 'Waits to go out',
  SENT: 'Sent',
  FAILED: 'Refused by the mail server',
}

function Subject({ row: { kind, subjectId, subjectName, subjectType } }: { readonly row: NotificationRow }) {
  if (kind.startsWith('work.') && subjectType === 'Person') {
    return (
      <Link to="/" className="usa-link">
        {subjectName}
      </Link>
    )
  }
  return (
    <Link to="/records/$id" params={{ id: subjectId }} preload={false} className="usa-link">
      {subjectName}
    </Link>
  )
}

function ReadState({ row: { id, readAt, words, subjectName } }: { readonly row: NotificationRow }) {
  const client = useClient()
  if (readAt !== null) return <InstantText at={readAt} />
  return (
    <>
      <StatusTag status="UNREAD" tone="WAITING" />{' '}
      <Button
        type="button"
        unstyled
        onClick={() => void change(MarkReadMutation, { notificationId: id })(client)}
      >
        Mark as read
        <span className="usa-sr-only">
          : {words}, {subjectName}
        </span>
      </Button>
    </>
  )
}
