import { change } from '@official-accounts/client/change'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useRefresh } from '../../session/use-refresh.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Pager } from '../../ui/pager.tsx'
import { cursorOf, FIRST_PAGE, PAGE_SIZE } from '../../ui/paging.ts'
import { QueryView } from '../../ui/query-view.tsx'
import { TabNav } from '../../ui/tab-nav.tsx'
import { ChangeButton } from './change-button.tsx'
import { CHANGING_NOTIFICATIONS } from './changing-notifications.ts'
import { NotificationTable } from './notification-table.tsx'
import { MarkAllReadMutation, NotificationsQuery } from './notification.documents.ts'
import { OutageNotice } from './outage-notice.tsx'
import { PreferenceForm } from './preference-form.tsx'

/** What the reader was told, newest first, and how they want to be told. */
export function NotificationPage() {
  const search = useSearch({ from: '/notifications' })
  const navigate = useNavigate({ from: '/notifications' })
  const variables = { first: PAGE_SIZE, after: cursorOf(search), unread: search.show === 'unread' }
  const [state, retry] = useQuery({ query: NotificationsQuery, variables, context: CHANGING_NOTIFICATIONS })
  useRefresh(() => retry({ requestPolicy: 'network-only' }))
  return (
    <>
      <PageHeading title="Notifications" count={state.data?.notifications.totalCount} />
      <QueryView state={state} what="your notifications" onRetry={retry}>
        {({ me, mailOutage, notifications: { edges, totalCount, pageInfo } }) => (
          <>
            {mailOutage !== null && <OutageNotice outage={mailOutage} />}
            <TabNav label="Which notifications">
              <Link to="/notifications" search={{}} activeOptions={{ exact: true, includeSearch: true }}>
                All
              </Link>
              <Link
                to="/notifications"
                search={{ show: 'unread' }}
                activeOptions={{ exact: true, includeSearch: true }}
              >
                Unread ({me?.unreadNotifications ?? 0})
              </Link>
            </TabNav>
            {me !== null && me.unreadNotifications > 0 && (
              <ChangeButton
                label="Mark all as read"
                done="All is marked as read."
                request={(idempotencyKey) => change(MarkAllReadMutation, { idempotencyKey })}
              />
            )}
            {edges.length === 0 ? (
              <EmptyState title="Nothing to read">
                <p>
                  You are told here of what concerns you: requests, decisions, suspensions, and what ends.
                </p>
              </EmptyState>
            ) : (
              <NotificationTable rows={edges.map(({ node }) => node)} />
            )}
            <Pager
              paging={search}
              shown={edges.length}
              total={totalCount}
              next={pageInfo}
              onGo={(paging) =>
                void navigate({ search: (before) => ({ ...before, ...FIRST_PAGE, ...paging }) })
              }
            />
            {me !== null && <PreferenceForm mail={me.mailPreference} />}
          </>
        )}
      </QueryView>
    </>
  )
}
