import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readTimelineKind } from '../../record/timeline-kinds.ts'
import { getParentRoute } from '../../root-route.ts'
import { readDelegationSearch, readDelegationSubject } from './delegation-search.ts'

/** The pages of delegations. */
export const DELEGATION_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/delegations',
    validateSearch: readDelegationSearch,
    component: lazyRouteComponent(() => import('./delegation-list-page.tsx'), 'DelegationListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/delegations/record/$kind',
    validateSearch: readDelegationSubject,
    component: lazyRouteComponent(() => import('./record-delegation-page.tsx'), 'RecordDelegationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/delegations/$id',
    validateSearch: readTimelineKind,
    component: lazyRouteComponent(() => import('./delegation-page.tsx'), 'DelegationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/delegations/$id/revoke',
    component: lazyRouteComponent(() => import('./revoke-delegation-page.tsx'), 'RevokeDelegationPage'),
  }),
] as const
