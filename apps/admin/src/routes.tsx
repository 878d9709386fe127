import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { readAccountSearch } from './features/account/account-search.ts'
import { readAccountTab } from './features/account/account-tabs.ts'
import { readAuditSearch } from './features/audit/audit-search.ts'
import { readBulkSearch } from './features/bulk/bulk-search.ts'
import { readDiscoveredAccountSearch } from './features/discovered-account/discovered-account-search.ts'
import { readFindingSearch } from './features/finding/finding-search.ts'
import { readImportListSearch } from './features/migration/import-list-search.ts'
import { readImportSearch, readPreviewSearch } from './features/migration/import-search.ts'
import { readPeopleSearch } from './features/organization/people-search.ts'
import { readPlatformSearch, readPlatformTab } from './features/platform/platform-search.ts'
import { readWorkSearch } from './features/work-item/work-search.ts'
import { readTimelineKind } from './record/timeline-kinds.ts'
import { readSearchAddress } from './search/search-address.ts'
import { FaultPage } from './shell/fault-page.tsx'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { Shell } from './shell/shell.tsx'
import { BASE_PATH } from './ui/base-path.ts'
import { Loading } from './ui/loading.tsx'
import { parseSearch, stringifySearch, textOf } from './ui/search-params.ts'

const root = createRootRoute({ component: Shell })
const getParentRoute = () => root

const routes = [
  createRoute({
    getParentRoute,
    path: '/',
    validateSearch: readWorkSearch,
    component: lazyRouteComponent(() => import('./features/work-item/work-page.tsx'), 'WorkPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/search',
    validateSearch: readSearchAddress,
    component: lazyRouteComponent(() => import('./search/search-page.tsx'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/accounts',
    validateSearch: readAccountSearch,
    component: lazyRouteComponent(
      () => import('./features/account/account-list-page.tsx'),
      'AccountListPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/accounts/request',
    component: lazyRouteComponent(() => import('./features/account/request-page.tsx'), 'RequestPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/accounts/bulk',
    validateSearch: readBulkSearch,
    component: lazyRouteComponent(() => import('./features/bulk/bulk-page.tsx'), 'BulkPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/accounts/$slug',
    validateSearch: readAccountTab,
    component: lazyRouteComponent(() => import('./features/account/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/accounts/$slug/$action',
    component: lazyRouteComponent(
      () => import('./features/account/account-action-page.tsx'),
      'AccountActionPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/platforms',
    validateSearch: readPlatformSearch,
    component: lazyRouteComponent(
      () => import('./features/platform/platform-list-page.tsx'),
      'PlatformListPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/platforms/propose',
    component: lazyRouteComponent(() => import('./features/platform/propose-page.tsx'), 'ProposePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/platforms/$slug',
    validateSearch: readPlatformTab,
    component: lazyRouteComponent(() => import('./features/platform/platform-page.tsx'), 'PlatformPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/platforms/$slug/$action',
    component: lazyRouteComponent(
      () => import('./features/platform/platform-action-page.tsx'),
      'PlatformActionPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/people',
    validateSearch: readPeopleSearch,
    component: lazyRouteComponent(() => import('./features/organization/people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/$id',
    validateSearch: readTimelineKind,
    component: lazyRouteComponent(() => import('./features/organization/person-page.tsx'), 'PersonPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/$id/$action',
    validateSearch: (raw: Record<string, unknown>): { readonly grant?: string } => ({
      grant: textOf(raw['grant']),
    }),
    component: lazyRouteComponent(
      () => import('./features/organization/person-action-page.tsx'),
      'PersonActionPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/audit',
    validateSearch: readAuditSearch,
    component: lazyRouteComponent(() => import('./features/audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/findings',
    validateSearch: readFindingSearch,
    component: lazyRouteComponent(
      () => import('./features/finding/finding-list-page.tsx'),
      'FindingListPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/discovered',
    validateSearch: readDiscoveredAccountSearch,
    component: lazyRouteComponent(
      () => import('./features/discovered-account/discovered-account-list-page.tsx'),
      'DiscoveredAccountListPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/discovered/report',
    component: lazyRouteComponent(
      () => import('./features/discovered-account/report-page.tsx'),
      'ReportPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/discovered/$id',
    component: lazyRouteComponent(
      () => import('./features/discovered-account/discovered-account-page.tsx'),
      'DiscoveredAccountPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/discovered/$id/$action',
    component: lazyRouteComponent(
      () => import('./features/discovered-account/discovered-account-action-page.tsx'),
      'DiscoveredAccountActionPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/request-form',
    component: lazyRouteComponent(
      () => import('./features/request-form/request-form-page.tsx'),
      'RequestFormPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/request-form/adopt',
    component: lazyRouteComponent(() => import('./features/request-form/adopt-page.tsx'), 'AdoptPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports',
    validateSearch: readImportListSearch,
    component: lazyRouteComponent(
      () => import('./features/migration/import-list-page.tsx'),
      'ImportListPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/imports/submit',
    validateSearch: readPreviewSearch,
    component: lazyRouteComponent(() => import('./features/migration/submit-page.tsx'), 'SubmitPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports/$id/decide',
    component: lazyRouteComponent(() => import('./features/migration/decide-page.tsx'), 'DecidePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports/$id/rows/$row',
    component: lazyRouteComponent(() => import('./features/migration/row-page.tsx'), 'RowPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports/$id',
    validateSearch: readImportSearch,
    component: lazyRouteComponent(() => import('./features/migration/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/publications',
    component: lazyRouteComponent(
      () => import('./features/publication/publication-list-page.tsx'),
      'PublicationListPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/publications/publish',
    component: lazyRouteComponent(() => import('./features/publication/publish-page.tsx'), 'PublishPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/directive',
    component: lazyRouteComponent(() => import('./features/directive/directive-page.tsx'), 'DirectivePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/records/$id',
    validateSearch: (raw: Record<string, unknown>): { readonly action?: string } => ({
      action: textOf(raw['action']),
    }),
    component: lazyRouteComponent(() => import('./features/record/record-page.tsx'), 'RecordPage'),
  }),
] as const

/** The router of the client: every page is loaded when it is first opened, and its address says all it shows. */
export function createAdminRouter() {
  return createRouter({
    routeTree: root.addChildren(routes),
    basepath: BASE_PATH,
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingComponent: () => <Loading what="the page" />,
    defaultErrorComponent: FaultPage,
    defaultNotFoundComponent: NotFoundPage,
  })
}
