import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useMayEver } from '../../session/viewer-context.ts'
import { useRefresh } from '../../session/use-refresh.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { PublicationsQuery, type PublicationRow } from './publication.documents.ts'

const CHANGING_PUBLICATIONS = { additionalTypenames: ['Publication'] }

const TONES: Readonly<Record<string, StatusTone>> = {
  PUBLISHED: 'GOOD',
  FAILED: 'WARNING',
  BUILDING: 'WAITING',
}

/** What became of the last publications of the public directory, and the way to publish by hand. */
export function PublicationListPage() {
  const [state, retry] = useQuery({ query: PublicationsQuery, context: CHANGING_PUBLICATIONS })
  useRefresh(() => retry({ requestPolicy: 'network-only' }))
  const mayPublish = useMayEver('directory.publish')
  return (
    <>
      <PageHeading title="Publications" />
      <p className="usa-intro-small">
        A change reaches the public directory by itself within a minute. When a publication fails, the pages
        before it stay as they are.
      </p>
      {mayPublish && (
        <p>
          <Link to="/publications/publish" className="usa-button">
            Publish now
          </Link>
        </p>
      )}
      <QueryView state={state} what="the publications" onRetry={retry}>
        {({ publications: { edges } }) =>
          edges.length === 0 ? (
            <EmptyState title="Nothing has been published yet">
              <p>The first publication begins by itself when the server starts.</p>
            </EmptyState>
          ) : (
            <PublicationTable rows={edges.map(({ node }) => node)} />
          )
        }
      </QueryView>
    </>
  )
}

function PublicationTable({ rows }: { readonly rows: readonly PublicationRow[] }) {
  return (
    <DataTable
      caption="The last twenty publications, newest first"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { label: 'Asked for', rowHeader: true, cell: ({ requestedAt }) => <InstantText at={requestedAt} /> },
        { label: 'State', cell: ({ state }) => <StatusTag status={state} tone={TONES[state] ?? 'ENDED'} /> },
        { label: 'Because of', cell: ({ trigger, reason }) => reason ?? enumWords(trigger) },
        {
          label: 'Accounts',
          cell: ({ accountCount }) => accountCount?.toLocaleString('en-US') ?? 'Not known',
        },
        {
          label: 'Ended',
          cell: ({ endedAt }) => (endedAt === null ? 'Not yet' : <InstantText at={endedAt} />),
        },
        { label: 'What went wrong', cell: ({ failure }) => failure ?? 'Nothing' },
      ]}
    />
  )
}
