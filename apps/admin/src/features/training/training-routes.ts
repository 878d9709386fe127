import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'
import { textOf, type RawSearch } from '../../ui/search-params.ts'

/** The pages of this part of the client. */
export const TRAINING_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/training',
    component: lazyRouteComponent(() => import('./training-page.tsx'), 'TrainingPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/training/add',
    component: lazyRouteComponent(() => import('./training-form-pages.tsx'), 'AddCoursePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/training/record',
    component: lazyRouteComponent(() => import('./training-form-pages.tsx'), 'RecordTrainingPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/training/end',
    validateSearch: (raw: RawSearch) => ({ course: textOf(raw['course']) }),
    component: lazyRouteComponent(() => import('./end-course-page.tsx'), 'EndCoursePage'),
  }),
] as const
