import { insertNotification, insertOutage } from '../notifications.ts'
import { nextNumber, rawId } from '../records.ts'
import type { Arrange } from './arrange.ts'

/** For every mutation of this module a record on which it succeeds. */
export const notificationArrangements = {
  markNotificationRead: async (app) => ({
    notificationId: await insertNotification(app, rawId(app.personId('manager-cbp'))),
  }),
  markAllNotificationsRead: async () => ({}),
  setNotificationPreference: async () => ({ mail: nextNumber() % 2 === 0 ? 'DAILY' : 'AT_ONCE' }),
  retryMail: async (app) => ({ outageId: await insertOutage(app) }),
} satisfies Readonly<Record<string, Arrange>>
