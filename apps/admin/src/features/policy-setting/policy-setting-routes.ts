import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'

/** The pages of this part of the client. */
export const POLICY_SETTING_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/settings',
    component: lazyRouteComponent(() => import('./policy-setting-list-page.tsx'), 'PolicySettingListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/$id',
    component: lazyRouteComponent(() => import('./policy-setting-page.tsx'), 'PolicySettingPage'),
  }),
] as const
