import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readTimelineKind } from '../../record/timeline-kinds.ts'
import { getParentRoute } from '../../root-route.ts'
import { readPrivacyApprovalSearch, readPrivacySubject } from './privacy-approval-search.ts'

/** The pages of questions to the Chief Privacy Officer. */
export const PRIVACY_APPROVAL_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/privacy-approvals',
    validateSearch: readPrivacyApprovalSearch,
    component: lazyRouteComponent(
      () => import('./privacy-approval-list-page.tsx'),
      'PrivacyApprovalListPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/privacy-approvals/request',
    validateSearch: readPrivacySubject,
    component: lazyRouteComponent(
      () => import('./request-privacy-approval-page.tsx'),
      'RequestPrivacyApprovalPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/privacy-approvals/$id',
    validateSearch: readTimelineKind,
    component: lazyRouteComponent(() => import('./privacy-approval-page.tsx'), 'PrivacyApprovalPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/privacy-approvals/$id/$action',
    component: lazyRouteComponent(
      () => import('./privacy-approval-action-page.tsx'),
      'PrivacyApprovalActionPage',
    ),
  }),
] as const
