import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'
import { readImportListSearch } from './import-list-search.ts'
import { readImportSearch, readPreviewSearch } from './import-search.ts'

/** The pages of this part of the client. */
export const MIGRATION_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/imports',
    validateSearch: readImportListSearch,
    component: lazyRouteComponent(() => import('./import-list-page.tsx'), 'ImportListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports/submit',
    validateSearch: readPreviewSearch,
    component: lazyRouteComponent(() => import('./submit-page.tsx'), 'SubmitPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports/$id/decide',
    component: lazyRouteComponent(() => import('./decide-page.tsx'), 'DecidePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports/$id/rows/$row',
    component: lazyRouteComponent(() => import('./row-page.tsx'), 'RowPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports/$id',
    validateSearch: readImportSearch,
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
  }),
] as const
