import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'

/** The pages of this part of the client. */
export const REQUEST_FORM_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/request-form',
    component: lazyRouteComponent(() => import('./request-form-page.tsx'), 'RequestFormPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/request-form/adopt',
    component: lazyRouteComponent(() => import('./adopt-page.tsx'), 'AdoptPage'),
  }),
] as const
