import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'
import { textOf } from '../../ui/search-params.ts'

/** The pages of this part of the client. */
export const GUIDANCE_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/guidance',
    component: lazyRouteComponent(() => import('./guidance-library-page.tsx'), 'GuidanceLibraryPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/guidance/publish',
    validateSearch: (raw: Record<string, unknown>): { readonly document?: string } => ({
      document: textOf(raw['document']),
    }),
    component: lazyRouteComponent(() => import('./publish-guidance-page.tsx'), 'PublishGuidancePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/guidance/$id',
    component: lazyRouteComponent(() => import('./guidance-document-page.tsx'), 'GuidanceDocumentPage'),
  }),
] as const
