import { Link } from '@tanstack/react-router'
import { TabNav } from '../../ui/tab-nav.tsx'
import type { QueueCount } from './work.documents.ts'

interface QueueNavProps {
  readonly queues: readonly QueueCount[]
  /** The queue that is shown; all of them when there is none. */
  readonly queue: string | undefined
}

/** The reader's queues with how much waits in each; empty ones are left out, but for the one that is shown. */
export function QueueNav({ queues, queue }: QueueNavProps) {
  const shown = queues.filter(({ kind, count }) => count > 0 || kind === queue)
  if (shown.length < 2 && queue === undefined) return null
  const all = queues.reduce((sum, { count }) => sum + count, 0)
  return (
    <TabNav label="Queues">
      {[
        <Link key="all" to="/" search={{}} activeOptions={{ exact: true, includeSearch: true }}>
          All ({all})
        </Link>,
        ...shown.map(({ kind, title, count }) => (
          <Link
            key={kind}
            to="/"
            search={{ queue: kind }}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {title} ({count})
          </Link>
        )),
      ]}
    </TabNav>
  )
}
