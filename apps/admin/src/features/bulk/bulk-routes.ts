import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'
import { readBulkSearch } from './bulk-search.ts'

/** The pages of this part of the client. */
export const BULK_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/accounts/bulk',
    validateSearch: readBulkSearch,
    component: lazyRouteComponent(() => import('./bulk-page.tsx'), 'BulkPage'),
  }),
] as const
