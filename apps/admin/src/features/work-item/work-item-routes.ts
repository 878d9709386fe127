import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'
import { readWorkSearch } from './work-search.ts'

/** The pages of this part of the client. */
export const WORK_ITEM_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/',
    validateSearch: readWorkSearch,
    component: lazyRouteComponent(() => import('./work-page.tsx'), 'WorkPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/work/queues',
    component: lazyRouteComponent(() => import('./queue-survey-page.tsx'), 'QueueSurveyPage'),
  }),
] as const
