import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { getParentRoute } from '../../root-route.ts'
import { readDocumentSearch } from './document-search.ts'

/** The pages of this part of the client. */
export const COMPONENT_DOCUMENT_ROUTES = [
  createRoute({
    getParentRoute,
    path: '/component-documents',
    component: lazyRouteComponent(() => import('./coverage-page.tsx'), 'CoveragePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/component-documents/$component',
    component: lazyRouteComponent(() => import('./component-page.tsx'), 'ComponentDocumentsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/component-documents/$component/submit',
    validateSearch: readDocumentSearch,
    component: lazyRouteComponent(() => import('./component-form-pages.tsx'), 'SubmitDocumentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/component-documents/$component/review',
    validateSearch: readDocumentSearch,
    component: lazyRouteComponent(() => import('./component-form-pages.tsx'), 'ReviewDocumentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/component-documents/$component/confirm',
    validateSearch: readDocumentSearch,
    component: lazyRouteComponent(() => import('./confirm-policy-page.tsx'), 'ConfirmPolicyPage'),
  }),
] as const
