import { change } from '@official-accounts/client/change'
import { Alert } from '@trussworks/react-uswds'
import { useMayEver } from '../../session/viewer-context.ts'
import { InstantText } from '../../ui/dates.tsx'
import { ChangeButton } from './change-button.tsx'
import { RetryMailMutation, type MailOutage } from './notification.documents.ts'

/** Says that no mail goes out, since when and why, and lets an administrator have it tried at once. */
export function OutageNotice({ outage }: { readonly outage: MailOutage }) {
  const mayRetry = useMayEver('notification.retryMail')
  const { id, beganAt, nextAttemptAt, attempts, failure } = outage
  return (
    <Alert type="warning">
      The mail server takes no mail since <InstantText at={beganAt} />, tried{' '}
      {attempts === 1 ? 'once' : `${attempts} times`}. {failure} What waits goes out when it answers again;
      the next try is at <InstantText at={nextAttemptAt} />.
      {mayRetry && (
        <ChangeButton
          label="Try again now"
          done="The server is being tried again."
          request={(idempotencyKey) => change(RetryMailMutation, { outageId: id, idempotencyKey })}
        />
      )}
    </Alert>
  )
}
