import { Alert, AlertHeading, Button } from '@trussworks/react-uswds'
import { DataTable } from '../ui/data-table.tsx'
import type { FactDifference } from './seen-version.ts'

interface StaleNoticeProps {
  readonly differences: readonly FactDifference[]
  readonly onAccept: () => void
}

/** Somebody else's change beside one's own, with the way on that keeps both. */
export function StaleNotice({ differences, onAccept }: StaleNoticeProps) {
  return (
    <Alert type="warning" role="status" className="stale-notice">
      <AlertHeading level="h2">Somebody changed this record after you opened it</AlertHeading>
      <div className="usa-alert__text">
        {differences.length > 0 ? (
          <DataTable
            caption="What changed, and what you typed"
            rows={differences}
            rowKey={({ label }) => label}
            columns={[
              { label: 'What', rowHeader: true, cell: ({ label }) => label },
              { label: 'When you opened it', cell: ({ before }) => before || '—' },
              { label: 'Now', cell: ({ now }) => now || '—' },
              { label: 'Yours', cell: ({ yours }) => yours ?? 'Not asked here' },
            ]}
          />
        ) : (
          <p>Nothing this form shows is different; its timeline tells what happened.</p>
        )}
        <Button type="button" outline onClick={onAccept}>
          I have seen this; keep what I typed, take the rest as it is now
        </Button>
      </div>
    </Alert>
  )
}
