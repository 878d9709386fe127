/** Kinds of records whose change is a reason to read notifications again. */
export const CHANGING_NOTIFICATIONS = {
  additionalTypenames: ['Notification', 'NotificationPreference', 'Person'],
}
