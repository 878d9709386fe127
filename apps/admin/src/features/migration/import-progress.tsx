import { Link } from '@tanstack/react-router'
import { Alert, AlertHeading } from '@trussworks/react-uswds'
import { useEffect } from 'react'
import type { ImportDetail } from './import.documents.ts'
import { readCounts } from './read-counts.ts'

const POLL_MS = 1_500
const ANNOUNCED_PARTS = 4

interface ImportProgressProps {
  readonly migration: ImportDetail
  /** Asks how far it is. */
  readonly onPoll: () => void
}

/** How far a decided import is, asked again while it is being applied, and what came of it in the end. */
export function ImportProgress({ migration, onPoll }: ImportProgressProps) {
  const { state, rowCount, appliedRows } = migration
  const running = state === 'APPROVED'
  useEffect(() => {
    if (!running) return
    const timer = setInterval(onPoll, POLL_MS)
    return () => clearInterval(timer)
  }, [running, onPoll])
  return (
    <div className="import-progress">
      {running && (
        <p>
          <label htmlFor="applied">Being applied: </label>
          <progress id="applied" max={rowCount} value={appliedRows} /> {appliedRows.toLocaleString('en-US')}{' '}
          of {rowCount.toLocaleString('en-US')} rows
        </p>
      )}
      <p role="status" className="usa-sr-only">
        {progressWords(migration)}
      </p>
      {state === 'APPLIED' && <Result migration={migration} />}
    </div>
  )
}

/** What is announced of the progress: each quarter and the end, so that nobody is talked over at every row. */
export function progressWords({ state, rowCount, appliedRows }: ImportDetail): string {
  if (state === 'APPLIED') return `The import is applied: every one of its ${rowCount} rows has an outcome.`
  if (state !== 'APPROVED') return ''
  const part = Math.floor((appliedRows / Math.max(1, rowCount)) * ANNOUNCED_PARTS)
  return part === 0
    ? 'The import is being applied.'
    : `${(part * 100) / ANNOUNCED_PARTS} percent are applied.`
}

function Result({
  migration: { id, counts, appliedCounts, rowCount },
}: {
  readonly migration: ImportDetail
}) {
  const held = readCounts(appliedCounts ?? counts).find(({ outcome }) => outcome === 'HELD')?.count ?? 0
  return (
    <Alert type={held > 0 ? 'warning' : 'success'}>
      <AlertHeading level="h2">All {rowCount.toLocaleString('en-US')} rows have an outcome</AlertHeading>
      <div className="usa-alert__text">
        {held > 0 ? (
          <p>
            {held.toLocaleString('en-US')} {held === 1 ? 'row was' : 'rows were'} held for a person’s
            decision.{' '}
            <Link
              to="/imports/$id"
              params={{ id }}
              search={{ outcome: 'HELD', unresolved: true }}
              resetScroll={false}
              className="usa-link"
            >
              Look at those that still wait
            </Link>
          </p>
        ) : (
          <p>None waits for a person.</p>
        )}
      </div>
    </Alert>
  )
}
