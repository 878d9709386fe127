import { MAIL_REFUSAL_OUTCOMES } from '@official-accounts/domain/mail-refusal/mail-refusal'
import { describedEnum } from '../../described-enum.ts'

export const MailRefusalOutcomeEnum = describedEnum(
  'MailRefusalOutcome',
  'How mail that was refused for good was settled.',
  MAIL_REFUSAL_OUTCOMES,
  { SENT_AGAIN: 'It goes out once more.', GIVEN_UP: 'Its reader is told here alone.' },
)
