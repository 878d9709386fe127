import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useRefresh } from '../../session/use-refresh.ts'
import { CHANGING_NOTIFICATIONS } from './changing-notifications.ts'
import { UnreadCountQuery } from './notification.documents.ts'

/** The way to what the reader was told, with how much of it is unread. Reads itself again every minute. */
export function NotificationBell() {
  const [{ data }, retry] = useQuery({ query: UnreadCountQuery, context: CHANGING_NOTIFICATIONS })
  useRefresh(() => retry({ requestPolicy: 'network-only' }))
  const unread = data?.me?.unreadNotifications ?? 0
  return (
    <Link to="/notifications" search={{}} className="usa-link">
      Notifications
      {unread > 0 && (
        <>
          {' '}
          ({unread}
          <span className="usa-sr-only"> unread</span>)
        </>
      )}
    </Link>
  )
}
