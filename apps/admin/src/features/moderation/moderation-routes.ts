import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readTimelineKind } from '../../record/timeline-kinds.ts'
import { getParentRoute } from '../../root-route.ts'
import { readModeratedAccount, readModerationConditions, readModerationSearch } from './moderation-search.ts'

/** The pages of the log of moderation. */
export const MODERATION_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/moderation',
    validateSearch: readModerationSearch,
    component: lazyRouteComponent(() => import('./moderation-list-page.tsx'), 'ModerationListPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/moderation/report',
    validateSearch: readModerationConditions,
    component: lazyRouteComponent(() => import('./moderation-report-page.tsx'), 'ModerationReportPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/moderation/record',
    validateSearch: readModeratedAccount,
    component: lazyRouteComponent(() => import('./record-moderation-page.tsx'), 'RecordModerationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/moderation/$id',
    validateSearch: readTimelineKind,
    component: lazyRouteComponent(() => import('./moderation-page.tsx'), 'ModerationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/moderation/$id/$action',
    component: lazyRouteComponent(() => import('./moderation-action-page.tsx'), 'ModerationActionPage'),
  }),
] as const
