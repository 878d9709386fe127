import { MAIL_PREFERENCES, MAIL_STATES } from '@official-accounts/domain/notification/notification'
import { describedEnum } from '../../described-enum.ts'

export const MailPreferenceEnum = describedEnum(
  'MailPreference',
  'How somebody is told by e-mail.',
  MAIL_PREFERENCES,
  {
    AT_ONCE: 'A mail for each notification, at once.',
    DAILY: 'One mail a day with all of them.',
    NONE: 'Here alone, and no mail.',
  },
)

export const MailStateEnum = describedEnum('MailState', 'What became of the mail.', MAIL_STATES, {
  NONE: 'None was to go out.',
  PENDING: 'It waits to go out.',
  SENT: 'The mail server has taken it.',
  FAILED: 'The mail server refused it for good.',
})
