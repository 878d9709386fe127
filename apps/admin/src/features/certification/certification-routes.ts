import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'
import { readTimelineKind } from '../../record/timeline-kinds.ts'
import { readMeantAccounts } from '../bulk/bulk-search.ts'

/** The pages of this part of the client. */
export const CERTIFICATION_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/certifications',
    component: lazyRouteComponent(() => import('./certification-list-page.tsx'), 'CertificationListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/certifications/open',
    validateSearch: readMeantAccounts,
    component: lazyRouteComponent(() => import('./open-page.tsx'), 'OpenCertificationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/certifications/parts/$id',
    component: lazyRouteComponent(() => import('./part-page.tsx'), 'CertificationPartPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/certifications/answers/$id',
    validateSearch: readTimelineKind,
    component: lazyRouteComponent(() => import('./answer-page.tsx'), 'CertificationAnswerPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/certifications/$id',
    component: lazyRouteComponent(() => import('./certification-page.tsx'), 'CertificationPage'),
  }),
] as const
