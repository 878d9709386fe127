import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { enumWords } from '../../ui/words.ts'
import { CoverageQuery, type CoverageRow } from './component-document.documents.ts'

const CHANGING = { additionalTypenames: ['ComponentProcess', 'ComponentPolicy', 'GuidanceDocument'] }

/** Every component with the standing of its publishing process and its policy (IV.E.1, OIG.4). */
export function CoveragePage() {
  const [state, retry] = useQuery({ query: CoverageQuery, context: CHANGING })
  return (
    <>
      <PageHeading title="Processes and policies of the components" />
      <p className="usa-intro-small">
        Each component publishes by a written process that follows the guidance in force (IV.E.1), and has a
        policy that the Privacy Office has reviewed and seen in practice (OIG.4).
      </p>
      <QueryView state={state} what="the coverage" onRetry={retry}>
        {({ componentCoverage }) => <CoverageTable rows={componentCoverage} />}
      </QueryView>
    </>
  )
}

function CoverageTable({ rows }: { readonly rows: readonly CoverageRow[] }) {
  const aligned = rows.filter(({ process }) => process === 'ALIGNED').length
  const implemented = rows.filter(({ policy }) => policy === 'IMPLEMENTED').length
  return (
    <>
      <p>
        {aligned} of {rows.length} processes are aligned; {implemented} of {rows.length} policies are in
        practice.
      </p>
      <DataTable
        caption="Components by code"
        rows={rows}
        rowKey={({ component }) => component.id}
        columns={[
          {
            label: 'Component',
            rowHeader: true,
            cell: ({ component }) => (
              <Link to="/component-documents/$component" params={{ component: component.slug }}>
                {component.name}
              </Link>
            ),
          },
          { label: 'Publishing process', cell: ({ process }) => enumWords(process) },
          { label: 'Policy', cell: ({ policy }) => enumWords(policy) },
        ]}
      />
    </>
  )
}
