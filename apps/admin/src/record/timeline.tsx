import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useQuery } from 'urql'
import { CHANGING_RECORDS } from '../ui/change-types.ts'
import { QueryView } from '../ui/query-view.tsx'
import { AuditEntryItem } from './audit-entry-item.tsx'
import { TimelineQuery } from './timeline.documents.ts'

/** A record's history from the audit, newest first, one page after the other. */
export function Timeline({ subject }: { readonly subject: string }) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null])
  return (
    <section aria-labelledby="timeline-heading">
      <h2 id="timeline-heading">Timeline</h2>
      <p>What happened to this record, newest first. Nothing here can be changed or removed.</p>
      <ol className="entry-list">
        {cursors.map((after, at) => (
          <TimelinePage
            key={after ?? ''}
            subject={subject}
            after={after}
            onOlder={at === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : null}
          />
        ))}
      </ol>
    </section>
  )
}

interface TimelinePageProps {
  readonly subject: string
  readonly after: string | null
  /** Asks for the page after this one; null when it is shown already. */
  readonly onOlder: ((cursor: string | null) => void) | null
}

function TimelinePage({ subject, after, onOlder }: TimelinePageProps) {
  const [state, retry] = useQuery({
    query: TimelineQuery,
    variables: { subject, after },
    context: CHANGING_RECORDS,
  })
  return (
    <QueryView state={state} what="the timeline" onRetry={retry}>
      {({ auditEntries: { edges, pageInfo } }) => (
        <>
          {edges.length === 0 && after === null && <li>Nothing that you may read has been recorded.</li>}
          {edges.map(({ node }) => (
            <AuditEntryItem key={node.id} entry={node} />
          ))}
          {onOlder !== null && pageInfo.hasNextPage && (
            <li className="entry-list__more">
              <Button type="button" outline onClick={() => onOlder(pageInfo.endCursor)}>
                Show older entries
              </Button>
            </li>
          )}
        </>
      )}
    </QueryView>
  )
}
