import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'

/** The pages of this part of the client. */
export const LAW_CHECKLIST_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/law-checklist',
    component: lazyRouteComponent(() => import('./law-checklist-page.tsx'), 'LawChecklistPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/law-checklist/adopt',
    component: lazyRouteComponent(() => import('./adopt-law-checklist-page.tsx'), 'AdoptLawChecklistPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/accounts/$slug/answerLawChecklist',
    component: lazyRouteComponent(() => import('./answer-law-checklist-page.tsx'), 'AnswerLawChecklistPage'),
  }),
] as const
