import { Link } from '@tanstack/react-router'
import { Alert, AlertHeading, AlertText, Button } from '@trussworks/react-uswds'
import { useEffect, useRef } from 'react'
import { reportRows } from './bulk-report.ts'
import { BulkRows } from './bulk-rows.tsx'
import { toChange, type BulkState } from './bulk-run.ts'
import { bulkWords } from './bulk-words.ts'
import { SaveReport } from './save-report.tsx'

interface BulkProgressProps {
  readonly state: Extract<BulkState, { readonly results: unknown }>
  readonly onRun: () => void
  readonly onStop: () => void
}

/** A bulk action under way, held up or done: how far it is, what became of each account, and where the audit has it. */
export function BulkProgress({ state, onRun, onStop }: BulkProgressProps) {
  const { step, plan, results, groupId, problem } = state
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [step])
  useLeaveWarning(step !== 'DONE')
  const total = toChange(plan).length
  const rows = reportRows(plan, results)
  const changed = rows.filter(({ ran, outcome }) => ran && outcome === 'CHANGES').length
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {bulkWords(plan.input.action).label}: {stepWords(step)}
      </h2>
      <p className="bulk-progress">
        <progress value={results.size} max={total} aria-label="Accounts dealt with" />{' '}
        <span role="status">
          {results.size.toLocaleString('en-US')} of {total.toLocaleString('en-US')} dealt with,{' '}
          {changed.toLocaleString('en-US')} changed.
        </span>
      </p>
      {step === 'RUNNING' && (
        <Button type="button" outline onClick={onStop}>
          Stop after the accounts under way
        </Button>
      )}
      {step === 'PAUSED' && (
        <Alert type="warning" role="alert">
          <AlertHeading level="h3">Not all accounts are dealt with</AlertHeading>
          <AlertText>
            {problem ?? 'You stopped it.'} What was done stays; going on does nothing twice.
          </AlertText>
          <Button type="button" onClick={onRun}>
            Go on
          </Button>
        </Alert>
      )}
      {groupId !== null && (
        <p>
          <Link to="/audit" search={{ groupId }} className="usa-link">
            See it in the audit
          </Link>
          , where all of it has the group {groupId}.
        </p>
      )}
      {step !== 'RUNNING' && <SaveReport plan={plan} rows={rows} groupId={groupId} />}
      {step !== 'RUNNING' && <BulkRows rows={rows} />}
    </>
  )
}

// The browser asks before a page is left that still has accounts to deal with.
function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [active])
}

function stepWords(step: 'RUNNING' | 'PAUSED' | 'DONE'): string {
  if (step === 'RUNNING') return 'under way'
  return step === 'PAUSED' ? 'held up' : 'done'
}
