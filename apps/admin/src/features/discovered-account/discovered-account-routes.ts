import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'
import { readDiscoveredAccountSearch } from './discovered-account-search.ts'

/** The pages of this part of the client. */
export const DISCOVERED_ACCOUNT_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/discovered',
    validateSearch: readDiscoveredAccountSearch,
    component: lazyRouteComponent(
      () => import('./discovered-account-list-page.tsx'),
      'DiscoveredAccountListPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/discovered/report',
    component: lazyRouteComponent(() => import('./report-page.tsx'), 'ReportPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/discovered/$id',
    component: lazyRouteComponent(() => import('./discovered-account-page.tsx'), 'DiscoveredAccountPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/discovered/$id/$action',
    component: lazyRouteComponent(
      () => import('./discovered-account-action-page.tsx'),
      'DiscoveredAccountActionPage',
    ),
  }),
] as const
