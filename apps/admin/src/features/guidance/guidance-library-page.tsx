import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useMayEver } from '../../session/viewer-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { enumWords } from '../../ui/words.ts'
import { GuidanceLibraryQuery, type LibraryRow } from './guidance.documents.ts'

const CHANGING_GUIDANCE = { additionalTypenames: ['GuidanceDocument', 'GuidanceVersion'] }

/** The library of guidance and policy (IV.A.3, OIG.3). */
export function GuidanceLibraryPage() {
  const [state, retry] = useQuery({ query: GuidanceLibraryQuery, context: CHANGING_GUIDANCE })
  const mayPublish = useMayEver('guidance.publish')
  return (
    <>
      <PageHeading title="Guidance and policy" />
      <p className="usa-intro-small">
        What the Assistant Secretary and the Office of Policy have put in force. Read what concerns your role
        and acknowledge it. <Link to="/training">Training</Link> and the{' '}
        <Link to="/component-documents">processes and policies of the components</Link> have pages of their
        own.
      </p>
      {mayPublish && (
        <p>
          <Link to="/guidance/publish" className="usa-button">
            Publish a document
          </Link>
        </p>
      )}
      <QueryView state={state} what="the library" onRetry={retry}>
        {({ guidanceDocuments: { edges } }) =>
          edges.length === 0 ? (
            <EmptyState title="Nothing has been published yet">
              <p>
                Guidance is published by the Assistant Secretary’s office, policy by the Office of Policy.
              </p>
            </EmptyState>
          ) : (
            <LibraryTable rows={edges.map(({ node }) => node)} />
          )
        }
      </QueryView>
    </>
  )
}

function LibraryTable({ rows }: { readonly rows: readonly LibraryRow[] }) {
  return (
    <DataTable
      caption="Documents, the newest first"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          label: 'Title',
          rowHeader: true,
          cell: ({ id, title }) => (
            <Link to="/guidance/$id" params={{ id }}>
              {title}
            </Link>
          ),
        },
        { label: 'Kind', cell: ({ kind }) => enumWords(kind) },
        { label: 'About', cell: ({ topic }) => enumWords(topic) },
        { label: 'In force', cell: (row) => inForceText(row) },
        {
          label: 'You',
          cell: (row) => (versionInForce(row)?.acknowledgedAt ? 'Acknowledged' : 'Not acknowledged'),
        },
      ]}
    />
  )
}

function versionInForce({ versions }: LibraryRow) {
  return versions.find(({ standing }) => standing === 'IN_FORCE')
}

function inForceText(row: LibraryRow) {
  const version = versionInForce(row)
  if (version === undefined) return 'Not yet'
  return (
    <>
      Version {version.number}, since <InstantText at={version.effectiveFrom} />
    </>
  )
}
