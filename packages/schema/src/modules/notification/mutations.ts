import { markAllNotificationsRead } from '@official-accounts/commands/notification/mark-all-notifications-read'
import { markNotificationRead } from '@official-accounts/commands/notification/mark-notification-read'
import { retryMail } from '@official-accounts/commands/notification/retry-mail'
import { setNotificationPreference } from '@official-accounts/commands/notification/set-notification-preference'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { PersonNode } from '../organization/types.ts'
import { MailPreferenceEnum } from './enums.ts'
import { MailOutageNode, NotificationNode, NotificationPreferenceNode } from './types.ts'

const MarkNotificationReadInput = creationInput('MarkNotificationReadInput', 'What was read.', (t) => ({
  notificationId: t.id({ required: true, description: 'Which notification.' }),
}))

const MarkAllNotificationsReadInput = creationInput(
  'MarkAllNotificationsReadInput',
  'Everything you were told so far was read.',
  () => ({}),
)

const SetNotificationPreferenceInput = changeInput(
  'SetNotificationPreferenceInput',
  'How you want to be told.',
  (t) => ({ mail: t.field({ type: MailPreferenceEnum, required: true, description: 'By e-mail.' }) }),
)

const RetryMailInput = changeInput('RetryMailInput', 'A mail server that was put right.', (t) => ({
  outageId: t.id({ required: true, description: 'The outage that goes on.' }),
}))

mutationsOf(NotificationNode, (read, query) => read.notification.findFirstOrThrow(query))(
  markNotificationRead,
  MarkNotificationReadInput,
  'Marks a notification of yours as read.',
)

mutationsOf(PersonNode, (read, query) => read.person.findFirstOrThrow(query))(
  markAllNotificationsRead,
  MarkAllNotificationsReadInput,
  'Marks everything you were told so far as read, and answers with your record.',
)

mutationsOf(NotificationPreferenceNode, (read, { where, ...query }) =>
  read.notificationPreference.findFirstOrThrow({ ...query, where: { personId: where.id } }),
)(setNotificationPreference, SetNotificationPreferenceInput, 'Sets how you are told by e-mail.')

mutationsOf(MailOutageNode, (read, query) => read.mailOutage.findFirstOrThrow(query))(
  retryMail,
  RetryMailInput,
  'Has the mail server tried again at once.',
)
