import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'

/** The pages of this part of the client. */
export const PUBLICATION_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/publications',
    component: lazyRouteComponent(() => import('./publication-list-page.tsx'), 'PublicationListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/publications/publish',
    component: lazyRouteComponent(() => import('./publish-page.tsx'), 'PublishPage'),
  }),
] as const
