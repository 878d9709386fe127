import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useQuery } from 'urql'
import { CHANGING_RECORDS } from '../ui/change-types.ts'
import { QueryView } from '../ui/query-view.tsx'
import { AuditEntryItem } from './audit-entry-item.tsx'
import { TIMELINE_KINDS, timelineCondition, type TimelineKind } from './timeline-kinds.ts'
import { TimelineQuery } from './timeline.documents.ts'

interface TimelineProps {
  readonly subject: string
  /** The part that is shown, named in the address; all of it when there is none. */
  readonly kind: TimelineKind | undefined
}

/** A record's history from the audit, newest first, one page after the other. */
export function Timeline({ subject, kind }: TimelineProps) {
  return (
    <section aria-labelledby="timeline-heading">
      <h2 id="timeline-heading">Timeline</h2>
      <p>What happened to this record, newest first. Nothing here can be changed or removed.</p>
      <KindNav kind={kind} />
      <TimelinePages key={kind ?? ''} subject={subject} kind={kind} />
    </section>
  )
}

function KindNav({ kind }: Pick<TimelineProps, 'kind'>) {
  const kinds = [{ kind: undefined, label: 'Everything' }, ...TIMELINE_KINDS]
  return (
    <nav aria-label="Parts of the timeline" className="kind-nav">
      <ul>
        {kinds.map((one) => (
          <li key={one.label} className={one.kind === kind ? 'kind-nav__shown' : undefined}>
            <Link
              to="."
              search={(before) => ({ ...before, kind: one.kind })}
              resetScroll={false}
              className="usa-link"
            >
              {one.label}
              {one.kind === kind && <span className="usa-sr-only"> (shown)</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function TimelinePages({ subject, kind }: TimelineProps) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null])
  return (
    <>
      {cursors.map((after, at) => (
        <TimelinePage
          key={after ?? ''}
          subject={subject}
          kind={kind}
          after={after}
          onOlder={at === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : null}
        />
      ))}
    </>
  )
}

interface TimelinePageProps extends TimelineProps {
  readonly after: string | null
  /** Asks for the page after this one; null when it is shown already. */
  readonly onOlder: ((cursor: string | null) => void) | null
}

function TimelinePage({ subject, kind, after, onOlder }: TimelinePageProps) {
  const [state, retry] = useQuery({
    query: TimelineQuery,
    variables: { filter: { subject, ...timelineCondition(kind) }, after },
    context: CHANGING_RECORDS,
  })
  return (
    <QueryView state={state} what="the timeline" onRetry={retry}>
      {({ auditEntries: { edges, pageInfo } }) => (
        <>
          {edges.length === 0 && after === null && <p>{nothingWords(kind)}</p>}
          {edges.length > 0 && (
            <ol className="entry-list">
              {edges.map(({ node }) => (
                <AuditEntryItem key={node.id} entry={node} />
              ))}
            </ol>
          )}
          {onOlder !== null && pageInfo.hasNextPage && (
            <Button type="button" outline onClick={() => onOlder(pageInfo.endCursor)}>
              Show older entries
            </Button>
          )}
        </>
      )}
    </QueryView>
  )
}

function nothingWords(kind: TimelineKind | undefined): string {
  return kind === undefined
    ? 'Nothing that you may read has been recorded. The audit is read within the own component, and by the department’s offices.'
    : 'Nothing of this part that you may read has been recorded.'
}
