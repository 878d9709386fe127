import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'

/** The pages of this part of the client. */
export const DIRECTIVE_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/directive',
    component: lazyRouteComponent(() => import('./directive-page.tsx'), 'DirectivePage'),
  }),
] as const
