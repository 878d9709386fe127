import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readTimelineKind } from '../../record/timeline-kinds.ts'
import { getParentRoute } from '../../root-route.ts'
import { readAccessSearch, readAccessSubject } from './access-search.ts'

/** The pages of access. */
export const ACCESS_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/access',
    validateSearch: readAccessSearch,
    component: lazyRouteComponent(() => import('./access-list-page.tsx'), 'AccessListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/access/process',
    component: lazyRouteComponent(() => import('./access-process-page.tsx'), 'AccessProcessPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/access/request',
    validateSearch: readAccessSubject,
    component: lazyRouteComponent(() => import('./request-access-page.tsx'), 'RequestAccessPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/access/$id',
    validateSearch: readTimelineKind,
    component: lazyRouteComponent(() => import('./access-page.tsx'), 'AccessPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/access/$id/$action',
    component: lazyRouteComponent(() => import('./access-action-page.tsx'), 'AccessActionPage'),
  }),
] as const
