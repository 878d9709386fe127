import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'
import { readReportSearch } from './report-search.ts'

/** The pages of this part of the client. */
export const REVIEW_REPORT_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/review-reports',
    validateSearch: readReportSearch,
    component: lazyRouteComponent(() => import('./review-report-list-page.tsx'), 'ReviewReportListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/review-reports/$id',
    component: lazyRouteComponent(() => import('./review-report-page.tsx'), 'ReviewReportPage'),
  }),
] as const
