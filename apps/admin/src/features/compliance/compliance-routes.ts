import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'

/** The pages of this part of the client. */
export const COMPLIANCE_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/compliance',
    component: lazyRouteComponent(() => import('./scorecard-page.tsx'), 'ScorecardPage'),
  }),
] as const
