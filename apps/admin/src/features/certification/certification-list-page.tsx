import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useMayEver } from '../../session/viewer-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/dates.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { certificationTone, progressWords } from './certification-words.ts'
import {
  CertificationListQuery,
  CHANGING_CERTIFICATIONS,
  type CertificationRow,
} from './certification.documents.ts'

/** The certifications that ask something of components the reader sees, newest first. */
export function CertificationListPage() {
  const [state, retry] = useQuery({
    query: CertificationListQuery,
    variables: {},
    context: CHANGING_CERTIFICATIONS,
  })
  const mayOpen = useMayEver('certification.open')
  return (
    <>
      <PageHeading title="Certifications" />
      <p className="usa-intro-small">
        Components answer for their accounts, and their directors certify (IV.E.3). Who does not answer shows.
      </p>
      {mayOpen && (
        <p>
          <Link to="/certifications/open" className="usa-button">
            Open a certification
          </Link>
        </p>
      )}
      <QueryView state={state} what="the certifications" onRetry={retry}>
        {({ certifications: { edges } }) =>
          edges.length === 0 ? (
            <EmptyState title="Nothing has been asked yet">
              <p>The Office of Public Affairs or the Assistant Secretary opens a certification.</p>
            </EmptyState>
          ) : (
            <CertificationTable rows={edges.map(({ node }) => node)} />
          )
        }
      </QueryView>
    </>
  )
}

function CertificationTable({ rows }: { readonly rows: readonly CertificationRow[] }) {
  return (
    <DataTable
      caption="The last fifty certifications, newest first"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          label: 'Name',
          rowHeader: true,
          cell: ({ id, name }) => (
            <Link to="/certifications/$id" params={{ id }} className="usa-link">
              {name}
            </Link>
          ),
        },
        { label: 'State', cell: ({ state }) => <StatusTag status={state} tone={certificationTone(state)} /> },
        { label: 'Due', cell: ({ dueOn }) => <DateText date={dueOn} /> },
        {
          label: 'Accounts answered',
          cell: ({ answeredCount, accountCount }) => progressWords(answeredCount, accountCount),
        },
      ]}
    />
  )
}
