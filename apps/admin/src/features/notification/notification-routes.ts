import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'
import { readNotificationSearch } from './notification-search.ts'

/** The pages of this part of the client. */
export const NOTIFICATION_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/notifications',
    validateSearch: readNotificationSearch,
    component: lazyRouteComponent(() => import('./notification-page.tsx'), 'NotificationPage'),
  }),
] as const
