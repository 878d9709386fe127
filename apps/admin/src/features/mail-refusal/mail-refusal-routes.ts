import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readTimelineKind } from '../../record/timeline-kinds.ts'
import { getParentRoute } from '../../root-route.ts'

/** The pages of refused mail. */
export const MAIL_REFUSAL_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/mail-refusals/$id',
    validateSearch: readTimelineKind,
    component: lazyRouteComponent(() => import('./mail-refusal-page.tsx'), 'MailRefusalPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/mail-refusals/$id/$action',
    component: lazyRouteComponent(() => import('./mail-refusal-action-page.tsx'), 'MailRefusalActionPage'),
  }),
] as const
