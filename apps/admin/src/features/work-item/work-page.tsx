import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useRefresh } from '../../session/use-refresh.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Pager } from '../../ui/pager.tsx'
import { cursorOf, FIRST_PAGE, PAGE_SIZE } from '../../ui/paging.ts'
import { QueryView } from '../../ui/query-view.tsx'
import { NothingToDo } from './nothing-to-do.tsx'
import { QueueNav } from './queue-nav.tsx'
import { WorkQuery } from './work.documents.ts'
import { WorkTable } from './work-table.tsx'

/** What waits for the signed-in person: why, the one next action, and by when. Reads itself again every minute. */
export function WorkPage() {
  const search = useSearch({ from: '/' })
  const navigate = useNavigate({ from: '/' })
  const { queue } = search
  const variables = { first: PAGE_SIZE, after: cursorOf(search), queues: queue ? [queue] : null }
  const [state, retry] = useQuery({ query: WorkQuery, variables, context: CHANGING_RECORDS })
  useRefresh(() => retry({ requestPolicy: 'network-only' }))
  const waiting = state.data?.workItems.queues.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <PageHeading title="My work" count={waiting} />
      <QueryView state={state} what="your work" onRetry={retry}>
        {({ workItems: { items, totalCount, queues, hasNextPage, endCursor } }) => (
          <>
            <QueueNav queues={queues} queue={queue} />
            <p>
              <Link to="/work/queues" className="usa-link">
                Ageing of all queues
              </Link>
            </p>
            {queues.some(({ kind, count }) => kind === 'CLAIM' && count > PAGE_SIZE) && (
              <p>
                Many imported accounts wait to be claimed.{' '}
                <Link to="/accounts" search={{ unclaimed: true }} className="usa-link">
                  Choose them in the list and claim many at once
                </Link>
              </p>
            )}
            <p role="status" className="list-status">
              {totalWords(totalCount)}
            </p>
            {items.length === 0 ? (
              <NothingToDo queue={queues.find(({ kind }) => kind === queue)?.title} />
            ) : (
              <WorkTable items={items} />
            )}
            <Pager
              paging={search}
              shown={items.length}
              total={totalCount}
              next={{ hasNextPage, endCursor }}
              onGo={(paging) =>
                void navigate({ search: (before) => ({ ...before, ...FIRST_PAGE, ...paging }) })
              }
            />
          </>
        )}
      </QueryView>
    </>
  )
}

function totalWords(count: number): string {
  if (count === 0) return 'Nothing waits for you here.'
  return count === 1 ? 'One thing waits for you.' : `${count} things wait for you.`
}
