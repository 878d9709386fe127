import { saveFile } from '../../csv/save-file.ts'
import { toCsv } from '../../csv/to-csv.ts'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { DataTable } from '../../ui/data-table.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { ColumnsNotice } from './columns-notice.tsx'
import { FactChanges } from './fact-changes.tsx'
import type { ImportPreview } from './import.documents.ts'
import { rowTone } from './import-words.ts'
import { OutcomeFilter } from './outcome-filter.tsx'
import { previewLine, reportName } from './row-report.ts'
import type { PreviewStep } from './use-preview.ts'

const PAGE_ROWS = 100

type PreviewRow = ImportPreview['rows'][number]

/** What would become of every row of a file, by outcome; which rows are shown is in the address. */
export function PreviewReport({ step }: { readonly step: Extract<PreviewStep, { kind: 'PREVIEW' }> }) {
  const { file, preview, header, notes } = step
  const { outcome, page = 1 } = useSearch({ from: '/imports/submit' })
  const navigate = useNavigate({ from: '/imports/submit' })
  const rows = preview.rows.filter((row) => outcome === undefined || row.outcome === outcome)
  const first = (Math.min(page, pagesOf(rows)) - 1) * PAGE_ROWS
  const shown = rows.slice(first, first + PAGE_ROWS)
  const go = (to: number) => void navigate({ search: { outcome, page: to > 1 ? to : undefined } })
  return (
    <section aria-labelledby="preview-heading">
      <h2 id="preview-heading">Preview of {file.fileName}</h2>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <ColumnsNotice header={header} />
      <OutcomeFilter
        counts={preview.counts}
        chosen={outcome}
        onChoose={(next) => void navigate({ search: { outcome: next }, resetScroll: false })}
      />
      <p>
        <Button
          type="button"
          outline
          onClick={() =>
            saveFile(reportName(file.fileName), 'text/csv', toCsv(preview.rows.map(previewLine)))
          }
        >
          Download the report on all {preview.rowCount.toLocaleString('en-US')} rows
        </Button>
      </p>
      <p role="status" className="list-status">
        {shown.length === 0
          ? 'No row has this outcome.'
          : `Rows ${first + 1} to ${first + shown.length} of ${rows.length.toLocaleString('en-US')} are shown.`}
      </p>
      {shown.length > 0 && <PreviewTable rows={shown} />}
      <PreviewPages page={first / PAGE_ROWS + 1} pages={pagesOf(rows)} onGo={go} />
    </section>
  )
}

function pagesOf(rows: readonly unknown[]): number {
  return Math.max(1, Math.ceil(rows.length / PAGE_ROWS))
}

function PreviewTable({ rows }: { readonly rows: readonly PreviewRow[] }) {
  return (
    <DataTable
      caption="What would become of each row"
      rows={rows}
      rowKey={({ rowNumber }) => String(rowNumber)}
      columns={[
        { label: 'Row', rowHeader: true, cell: ({ rowNumber }) => rowNumber },
        { label: 'Names', cell: (row) => <NamedAccount row={row} /> },
        { label: 'Outcome', cell: (row) => <StatusTag status={row.outcome} tone={rowTone(row.outcome)} /> },
        { label: 'Reason', cell: ({ reason }) => reason },
        { label: 'What changes', cell: ({ changes }) => <FactChanges changes={changes} /> },
      ]}
    />
  )
}

function NamedAccount({ row: { platformName, handle, existingAccountId } }: { readonly row: PreviewRow }) {
  if (handle === null) return 'No account'
  const words = `${handle} on ${platformName ?? 'an unknown platform'}`
  if (existingAccountId === null) return words
  return (
    // In a window of its own: a chosen file does not survive leaving the page.
    <Link to="/records/$id" params={{ id: existingAccountId }} className="usa-link" target="_blank">
      {words}
      <span className="usa-sr-only"> (opens in a new window)</span>
    </Link>
  )
}

interface PreviewPagesProps {
  readonly page: number
  readonly pages: number
  readonly onGo: (page: number) => void
}

function PreviewPages({ page, pages, onGo }: PreviewPagesProps) {
  if (pages === 1) return null
  return (
    <nav aria-label="Pages of the preview" className="pager">
      <span className="pager__range">
        Page {page} of {pages}.
      </span>
      {page > 1 && (
        <Button type="button" outline onClick={() => onGo(page - 1)}>
          Previous page
        </Button>
      )}
      {page < pages && (
        <Button type="button" outline onClick={() => onGo(page + 1)}>
          Next page
        </Button>
      )}
    </nav>
  )
}
