import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'

/** The pages of this part of the client. */
export const REVIEW_REQUIREMENT_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/review-requirements',
    component: lazyRouteComponent(
      () => import('./review-requirement-list-page.tsx'),
      'ReviewRequirementListPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/review-requirements/$kind',
    component: lazyRouteComponent(() => import('./settle-requirement-page.tsx'), 'SettleRequirementPage'),
  }),
] as const
