import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readTimelineKind } from '../../record/timeline-kinds.ts'
import { getParentRoute } from '../../root-route.ts'
import { readRaisedSubject, readRiskSearch } from './risk-search.ts'

/** The pages of the register of risks. */
export const RISK_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/risks',
    validateSearch: readRiskSearch,
    component: lazyRouteComponent(() => import('./risk-list-page.tsx'), 'RiskListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/risks/raise',
    validateSearch: readRaisedSubject,
    component: lazyRouteComponent(() => import('./raise-risk-page.tsx'), 'RaiseRiskPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/risks/$id',
    validateSearch: readTimelineKind,
    component: lazyRouteComponent(() => import('./risk-page.tsx'), 'RiskPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/risks/$id/$action',
    component: lazyRouteComponent(() => import('./risk-action-page.tsx'), 'RiskActionPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/risk-mitigations/$id/$action',
    component: lazyRouteComponent(() => import('./risk-mitigation-page.tsx'), 'RiskMitigationPage'),
  }),
] as const
