import { Alert, AlertHeading } from '@trussworks/react-uswds'
import { StrongerSignIn } from '../session/stronger-sign-in.tsx'
import { ClauseText } from '../ui/clause-list.tsx'
import type { OfferedAction } from './action-list.tsx'
import { blockerWords } from './audit-words.ts'

interface BlockedNoticeProps {
  readonly blocker: NonNullable<OfferedAction['blockedBy']>
  /** What is not possible, such as “Recording moderation”; not needed above the form of the action itself. */
  readonly doing?: string
}

/** Says that an action is not possible at present, and why. The server has the last word. */
export function BlockedNotice({ blocker, doing }: BlockedNoticeProps) {
  return (
    <Alert type="warning" role="status">
      <AlertHeading level="h2">
        {doing ? `${doing} is not possible at present` : 'At present this is not possible'}
      </AlertHeading>
      <div className="usa-alert__text">
        {blocker.code === 'STRONGER_SIGN_IN' ? (
          <StrongerSignIn message={blocker.message} />
        ) : (
          <p>{blockerWords(blocker.message)}</p>
        )}
        {blocker.clause && (
          <p>
            <ClauseText clause={blocker.clause} />
          </p>
        )}
      </div>
    </Alert>
  )
}
