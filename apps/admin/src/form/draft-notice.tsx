import { Alert, Button } from '@trussworks/react-uswds'
import { InstantText } from '../ui/dates.tsx'

interface DraftNoticeProps {
  readonly savedAt: string
  readonly onDiscard: () => void
}

/** Says that a form began with what had been typed earlier. */
export function DraftNotice({ savedAt, onDiscard }: DraftNoticeProps) {
  return (
    <Alert type="info" slim role="status" className="draft-notice">
      <span>
        Your draft of <InstantText at={savedAt} /> is back. It is kept in this browser only.{' '}
      </span>
      <Button type="button" unstyled onClick={onDiscard}>
        Discard the draft
      </Button>
    </Alert>
  )
}
