import { Button, Label, TextInput } from '@trussworks/react-uswds'
import { useEffect, useRef, useState } from 'react'
import { toChange, type Plan } from './bulk-run.ts'
import { reportRows } from './bulk-report.ts'
import { BulkRows } from './bulk-rows.tsx'
import { bulkWords } from './bulk-words.ts'
import { SaveReport } from './save-report.tsx'

interface BulkPlanProps {
  readonly plan: Plan
  readonly onRun: () => void
  readonly onBack: () => void
}

const NOTHING_RAN = new Map()

/** The dry run: what would happen to which account and why, before anything does. */
export function BulkPlan({ plan, onRun, onBack }: BulkPlanProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const changing = toChange(plan).length
  const { label } = bulkWords(plan.input.action)
  const rows = reportRows(plan, NOTHING_RAN)
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {label}: {changing.toLocaleString('en-US')} of {rows.length.toLocaleString('en-US')} would change
      </h2>
      <p>Nothing has happened yet. Each account is judged again at the moment it is changed.</p>
      {changing === 0 && <p>There is nothing to do. The reasons are below.</p>}
      {changing > 0 && <Confirm plan={plan} changing={changing} onRun={onRun} />}
      <div className="bulk-bar">
        <SaveReport plan={plan} rows={rows} groupId={null} />
        <Button type="button" unstyled onClick={onBack}>
          Choose another action
        </Button>
      </div>
      <BulkRows rows={rows} />
    </>
  )
}

interface ConfirmProps {
  readonly plan: Plan
  readonly changing: number
  readonly onRun: () => void
}

// What begins the end of accounts is confirmed by typing how many; the rest can be undone.
function Confirm({ plan, changing, onRun }: ConfirmProps) {
  const [typed, setTyped] = useState('')
  const isFinal = plan.input.action === 'requestRetirement'
  const isReady = !isFinal || typed.trim() === String(changing)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onRun()
      }}
    >
      {isFinal && (
        <>
          <Label htmlFor="bulk-confirm">{`Retirement cannot be taken back. Type ${changing} to go on`}</Label>
          <TextInput
            id="bulk-confirm"
            name="confirm"
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </>
      )}
      <Button type="submit" aria-disabled={!isReady}>
        {`${bulkWords(plan.input.action).label}: ${changing.toLocaleString('en-US')} ${changing === 1 ? 'account' : 'accounts'}`}
      </Button>
    </form>
  )
}
