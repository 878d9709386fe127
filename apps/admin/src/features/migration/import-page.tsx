import { Link, useParams } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useQuery } from 'urql'
import { ActionList } from '../../record/action-list.tsx'
import { DecisionList } from '../../record/decision-list.tsx'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { InstantText } from '../../ui/dates.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { ImportProgress } from './import-progress.tsx'
import { ImportRows } from './import-rows.tsx'
import { importTone } from './import-words.ts'
import { ImportQuery, type ImportDetail } from './import.documents.ts'
import { OutcomeCounts } from './outcome-counts.tsx'
import { ReportDownload } from './report-download.tsx'

/** One import: where it stands, what was decided, and what became of every row. */
export function ImportPage() {
  const { id } = useParams({ from: '/imports/$id' })
  const [state, retry] = useQuery({ query: ImportQuery, variables: { id }, context: CHANGING_RECORDS })
  const poll = useCallback(() => retry({ requestPolicy: 'network-only' }), [retry])
  return (
    <QueryView state={state} what="the import" onRetry={retry}>
      {({ migration }) =>
        migration === null ? (
          <RecordMissing noun="import" />
        ) : (
          <>
            <PageHeading title={migration.fileName} />
            <ImportProgress migration={migration} onPoll={poll} />
            <ImportFacts migration={migration} />
            <ActionList
              actions={migration.availableActions}
              labelOf={() => 'Decide on the import'}
              stateReason={() => 'It has been decided on already.'}
              linkTo={(_action, label) => (
                <Link to="/imports/$id/decide" params={{ id }} className="usa-button usa-button--outline">
                  {label}
                </Link>
              )}
            />
            <section aria-labelledby="decisions-heading">
              <h2 id="decisions-heading">Decisions</h2>
              <DecisionList decisions={migration.decisions} />
            </section>
            <ReportDownload migration={migration} />
            {/* Applied rows are other rows than judged ones: they are read anew. */}
            <ImportRows key={migration.state} migrationId={id} />
          </>
        )
      }
    </QueryView>
  )
}

function ImportFacts({ migration }: { readonly migration: ImportDetail }) {
  const { state, development, rowCount, submittedAt, appliedAt, columnSet, sourceSha256 } = migration
  return (
    <>
      <p>
        <StatusTag status={state} tone={importTone(state)} />{' '}
        {development && (
          <StatusTag
            status="DEVELOPMENT"
            tone="WARNING"
            label="Decided in development: no decision of the department"
          />
        )}
      </p>
      <OutcomeCounts counts={migration.appliedCounts ?? migration.counts} />
      <FactList
        facts={[
          { label: 'Columns', value: columnSet },
          { label: 'Rows', value: rowCount.toLocaleString('en-US') },
          { label: 'Submitted', value: <InstantText at={submittedAt} /> },
          { label: 'Applied', value: appliedAt ? <InstantText at={appliedAt} /> : null },
          { label: 'SHA-256 of the file', value: <code className="digest">{sourceSha256}</code> },
        ]}
      />
    </>
  )
}
