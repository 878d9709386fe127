import { Label, Select } from '@trussworks/react-uswds'
import { useState } from 'react'
import { DataTable } from '../../ui/data-table.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import type { ImportPreview } from './import.documents.ts'
import { rowTone } from './import-words.ts'
import { OutcomeCounts } from './outcome-counts.tsx'
import { readCounts } from './read-counts.ts'

const MOST_SHOWN = 200

interface PreviewReportProps {
  readonly fileName: string
  readonly preview: ImportPreview
}

/** What would become of every row of a file, by outcome. */
export function PreviewReport({ fileName, preview }: PreviewReportProps) {
  const [outcome, setOutcome] = useState('')
  const rows = preview.rows.filter((row) => outcome === '' || row.outcome === outcome)
  return (
    <section aria-labelledby="preview-heading">
      <h2 id="preview-heading">Preview of {fileName}</h2>
      <p role="status">
        {preview.rowCount.toLocaleString('en-US')} rows with the columns of “{preview.columnSet}”. Nothing has
        been written.
      </p>
      <OutcomeCounts counts={preview.counts} />
      <Label htmlFor="preview-outcome">Show</Label>
      <Select
        id="preview-outcome"
        name="outcome"
        value={outcome}
        onChange={({ target }) => setOutcome(target.value)}
      >
        <option value="">All outcomes</option>
        {readCounts(preview.counts).map((entry) => (
          <option key={entry.outcome} value={entry.outcome}>
            {`${enumWords(entry.outcome)} (${entry.count})`}
          </option>
        ))}
      </Select>
      {rows.length > MOST_SHOWN && (
        <p>
          The first {MOST_SHOWN} of {rows.length} rows are shown.
        </p>
      )}
      <DataTable
        caption="What would become of each row"
        rows={rows.slice(0, MOST_SHOWN)}
        rowKey={({ rowNumber }) => String(rowNumber)}
        columns={[
          { label: 'Row', rowHeader: true, cell: ({ rowNumber }) => rowNumber },
          { label: 'Outcome', cell: (row) => <StatusTag status={row.outcome} tone={rowTone(row.outcome)} /> },
          { label: 'Reason', cell: ({ reason }) => reason },
        ]}
      />
    </section>
  )
}
