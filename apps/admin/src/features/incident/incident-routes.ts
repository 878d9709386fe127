import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readTimelineKind } from '../../record/timeline-kinds.ts'
import { getParentRoute } from '../../root-route.ts'
import { readIncidentSearch, readIncidentSubject } from './incident-search.ts'

/** The pages of incidents. */
export const INCIDENT_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/incidents',
    validateSearch: readIncidentSearch,
    component: lazyRouteComponent(() => import('./incident-list-page.tsx'), 'IncidentListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/incidents/report',
    validateSearch: readIncidentSubject,
    component: lazyRouteComponent(() => import('./report-incident-page.tsx'), 'ReportIncidentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/incidents/$id',
    validateSearch: readTimelineKind,
    component: lazyRouteComponent(() => import('./incident-page.tsx'), 'IncidentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/incidents/$id/$action',
    component: lazyRouteComponent(() => import('./incident-action-page.tsx'), 'IncidentActionPage'),
  }),
] as const
