import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'
import { readAccountSearch } from './account-search.ts'
import { readAccountTab } from './account-tabs.ts'

/** The pages of this part of the client. */
export const ACCOUNT_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/accounts',
    validateSearch: readAccountSearch,
    component: lazyRouteComponent(() => import('./account-list-page.tsx'), 'AccountListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/accounts/request',
    component: lazyRouteComponent(() => import('./request-page.tsx'), 'RequestPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/accounts/$slug',
    validateSearch: readAccountTab,
    component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/accounts/$slug/$action',
    component: lazyRouteComponent(() => import('./account-action-page.tsx'), 'AccountActionPage'),
  }),
] as const
