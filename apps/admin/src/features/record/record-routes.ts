import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'
import { textOf } from '../../ui/search-params.ts'

/** The pages of this part of the client. */
export const RECORD_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/records/$id',
    validateSearch: (raw: Record<string, unknown>): { readonly action?: string } => ({
      action: textOf(raw['action']),
    }),
    component: lazyRouteComponent(() => import('./record-page.tsx'), 'RecordPage'),
  }),
] as const
