import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'
import { textOf } from '../../ui/search-params.ts'
import { readPlatformSearch, readPlatformTab } from './platform-search.ts'

/** The pages of this part of the client. */
export const PLATFORM_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/platforms',
    validateSearch: readPlatformSearch,
    component: lazyRouteComponent(() => import('./platform-list-page.tsx'), 'PlatformListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/platforms/propose',
    component: lazyRouteComponent(() => import('./propose-page.tsx'), 'ProposePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/platforms/$slug',
    validateSearch: readPlatformTab,
    component: lazyRouteComponent(() => import('./platform-page.tsx'), 'PlatformPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/platforms/$slug/$action',
    component: lazyRouteComponent(() => import('./platform-action-page.tsx'), 'PlatformActionPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/platforms/reviews',
    component: lazyRouteComponent(() => import('./review-load-page.tsx'), 'ReviewLoadPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/platforms/$slug/reviews/$kind',
    validateSearch: (raw: Record<string, unknown>): { readonly from?: string } => ({
      from: textOf(raw['from']),
    }),
    component: lazyRouteComponent(() => import('./record-review-page.tsx'), 'RecordReviewPage'),
  }),
] as const
