import { BULK_ACTION_NAMES } from '@official-accounts/domain/bulk/bulk-actions'
import { BULK_OUTCOMES } from '@official-accounts/domain/bulk/bulk-outcome'
import { describedEnum } from '../../described-enum.ts'

export const BulkActionEnum = describedEnum(
  'BulkAction',
  'What may be done to many accounts together, by the name of the mutation for one.',
  BULK_ACTION_NAMES,
  {
    claimAccount: 'Claims imported accounts (V.B.5).',
    endorseAccount: 'The component’s director endorses requests (IV.E.2).',
    permitAccount: 'Public Affairs gives its permission (V.B.2).',
    approveAccount: 'The Assistant Secretary approves (IV.A.2).',
    denyAccount: 'Denies requests, with the reason.',
    returnAccountRequest: 'Sends requests back for changes, with the reason.',
    withdrawAccountRequest: 'Takes requests back.',
    activateAccount: 'Puts approved accounts on the list (V.B.5, V.B.6).',
    assignPrimaryContact: 'Says who answers for accounts (V.B.5).',
    assignAlternateContact: 'Adds somebody who answers when the primary cannot.',
    endContact: 'Ends a person’s contacts (V.B.8).',
    suspendAccount: 'Suspends accounts at once (IV.A.5).',
    reinstateAccount: 'Brings suspended accounts back.',
    requestRetirement: 'Starts the end of accounts (V.B.11).',
    confirmUnchanged:
      'Says of accounts in a certification that nothing has changed, where that is true (IV.E.3).',
    answerCertification: 'Answers a certification for accounts that wait, alike for each (IV.E.3).',
    returnCertificationAnswer: 'Sends answers in a certification back, with the reason (IV.E.3).',
  },
)

export const BulkOutcomeEnum = describedEnum(
  'BulkOutcome',
  'What a bulk action means for one account.',
  BULK_OUTCOMES,
  {
    CHANGES: 'It changes, or has changed.',
    SKIPPED: 'It is passed over: its state, a clause or the input stands in the way.',
    NOT_ALLOWED: 'You may not do this to it.',
  },
)
