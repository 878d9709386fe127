import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readTimelineKind } from '../../record/timeline-kinds.ts'
import { getParentRoute } from '../../root-route.ts'
import { textOf } from '../../ui/search-params.ts'
import { readPeopleSearch } from './people-search.ts'

/** The pages of this part of the client. */
export const ORGANIZATION_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/people',
    validateSearch: readPeopleSearch,
    component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/$id',
    validateSearch: readTimelineKind,
    component: lazyRouteComponent(() => import('./person-page.tsx'), 'PersonPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/$id/$action',
    validateSearch: (raw: Record<string, unknown>): { readonly grant?: string } => ({
      grant: textOf(raw['grant']),
    }),
    component: lazyRouteComponent(() => import('./person-action-page.tsx'), 'PersonActionPage'),
  }),
] as const
