import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'
import { readFindingSearch, readFindingSubject } from './finding-search.ts'

/** The pages of this part of the client. */
export const FINDING_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/findings',
    validateSearch: readFindingSearch,
    component: lazyRouteComponent(() => import('./finding-list-page.tsx'), 'FindingListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/findings/open',
    validateSearch: readFindingSubject,
    component: lazyRouteComponent(() => import('./open-finding-page.tsx'), 'OpenFindingPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/findings/$id',
    component: lazyRouteComponent(() => import('./finding-page.tsx'), 'FindingPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/findings/$id/$action',
    component: lazyRouteComponent(() => import('./finding-action-page.tsx'), 'FindingActionPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/corrective-actions/$id/$action',
    component: lazyRouteComponent(() => import('./corrective-action-page.tsx'), 'CorrectiveActionPage'),
  }),
] as const
