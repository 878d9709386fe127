import { Button } from '@trussworks/react-uswds'
import { PageHeading } from '../ui/page-heading.tsx'

interface FaultPageProps {
  readonly error: unknown
  readonly reset: () => void
}

/** What stands where a page broke. The rest of the application goes on. */
export function FaultPage({ error, reset }: FaultPageProps) {
  return (
    <div role="alert">
      <PageHeading title="This page broke" />
      <p>The fault is ours. Nothing you sent is lost, and what you typed is kept in this browser.</p>
      <p>
        <Button type="button" onClick={reset}>
          Try again
        </Button>{' '}
        <Button type="button" outline onClick={() => window.location.reload()}>
          Load the page anew
        </Button>
      </p>
      <p className="usa-hint">For a report: {error instanceof Error ? error.message : String(error)}</p>
    </div>
  )
}
