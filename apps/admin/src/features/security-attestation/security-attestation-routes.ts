import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'

/** The pages of this part of the client. */
export const SECURITY_ATTESTATION_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/security-policies',
    component: lazyRouteComponent(() => import('./security-policy-list-page.tsx'), 'SecurityPolicyListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/security-policies/publish',
    component: lazyRouteComponent(() => import('./publish-policy-page.tsx'), 'PublishPolicyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/accounts/$slug/attestAccountSecurityPolicy',
    component: lazyRouteComponent(() => import('./attest-page.tsx'), 'AttestPage'),
  }),
] as const
