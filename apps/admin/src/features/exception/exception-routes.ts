import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readTimelineKind } from '../../record/timeline-kinds.ts'
import { getParentRoute } from '../../root-route.ts'
import { readExceptionSearch, readExceptionSubject } from './exception-search.ts'

/** The pages of exceptions. */
export const EXCEPTION_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/exceptions',
    validateSearch: readExceptionSearch,
    component: lazyRouteComponent(() => import('./exception-list-page.tsx'), 'ExceptionListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/exceptions/request',
    validateSearch: readExceptionSubject,
    component: lazyRouteComponent(() => import('./request-exception-page.tsx'), 'RequestExceptionPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/exceptions/$id',
    validateSearch: readTimelineKind,
    component: lazyRouteComponent(() => import('./exception-page.tsx'), 'ExceptionPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/exceptions/$id/$action',
    component: lazyRouteComponent(() => import('./exception-action-page.tsx'), 'ExceptionActionPage'),
  }),
] as const
