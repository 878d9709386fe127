import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { ACCESS_ROUTES } from './features/access-grant/access-routes.ts'
import { readAccountSearch } from './features/account/account-search.ts'
import { readAccountTab } from './features/account/account-tabs.ts'
import { readAuditSearch } from './features/audit/audit-search.ts'
import { readBulkSearch } from './features/bulk/bulk-search.ts'
import { DELEGATION_ROUTES } from './features/delegation/delegation-routes.ts'
import { EXCEPTION_ROUTES } from './features/exception/exception-routes.ts'
import { readDocumentSearch } from './features/component-document/document-search.ts'
import { readDiscoveredAccountSearch } from './features/discovered-account/discovered-account-search.ts'
import { readFindingSearch } from './features/finding/finding-search.ts'
import { readFindingSearch, readFindingSubject } from './features/finding/finding-search.ts'
import { readImportListSearch } from './features/migration/import-list-search.ts'
import { readImportSearch, readPreviewSearch } from './features/migration/import-search.ts'
import { readNotificationSearch } from './features/notification/notification-search.ts'
import { readPeopleSearch } from './features/organization/people-search.ts'
import { readPlatformSearch, readPlatformTab } from './features/platform/platform-search.ts'
import { readWorkSearch } from './features/work-item/work-search.ts'
import { readTimelineKind } from './record/timeline-kinds.ts'
import { getParentRoute, root } from './root-route.ts'
import { readSearchAddress } from './search/search-address.ts'
import { FaultPage } from './shell/fault-page.tsx'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { BASE_PATH } from './ui/base-path.ts'
import { Loading } from './ui/loading.tsx'
import { parseSearch, stringifySearch, textOf } from './ui/search-params.ts'

const routes = [
  createRoute({
    getParentRoute,
    path: '/',
    validateSearch: readWorkSearch,
    component: lazyRouteComponent(() => import('./features/work-item/work-page.tsx'), 'WorkPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/pages',
    component: lazyRouteComponent(() => import('./shell/all-pages.tsx'), 'AllPages'),
    path: '/work/queues',
    component: lazyRouteComponent(
      () => import('./features/work-item/queue-survey-page.tsx'),
      'QueueSurveyPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/work/queues/$queue',
    component: lazyRouteComponent(() => import('./features/work-item/policy-page.tsx'), 'PolicyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/notifications',
    validateSearch: readNotificationSearch,
    component: lazyRouteComponent(
      () => import('./features/notification/notification-page.tsx'),
      'NotificationPage',
    ),
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
    path: '/platforms/reviews',
    component: lazyRouteComponent(() => import('./features/platform/review-load-page.tsx'), 'ReviewLoadPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/platforms/$slug/reviews/$kind',
    validateSearch: (raw: Record<string, unknown>): { readonly from?: string } => ({
      from: textOf(raw['from']),
    }),
    component: lazyRouteComponent(
      () => import('./features/platform/record-review-page.tsx'),
      'RecordReviewPage',
    ),
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
    path: '/guidance',
    component: lazyRouteComponent(
      () => import('./features/guidance/guidance-library-page.tsx'),
      'GuidanceLibraryPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/guidance/publish',
    validateSearch: (raw: Record<string, unknown>): { readonly document?: string } => ({
      document: textOf(raw['document']),
    }),
    component: lazyRouteComponent(
      () => import('./features/guidance/publish-guidance-page.tsx'),
      'PublishGuidancePage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/guidance/$id',
    component: lazyRouteComponent(
      () => import('./features/guidance/guidance-document-page.tsx'),
      'GuidanceDocumentPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/training',
    component: lazyRouteComponent(() => import('./features/training/training-page.tsx'), 'TrainingPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/training/add',
    component: lazyRouteComponent(
      () => import('./features/training/training-form-pages.tsx'),
      'AddCoursePage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/training/record',
    component: lazyRouteComponent(
      () => import('./features/training/training-form-pages.tsx'),
      'RecordTrainingPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/component-documents',
    component: lazyRouteComponent(
      () => import('./features/component-document/coverage-page.tsx'),
      'CoveragePage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/component-documents/$component',
    component: lazyRouteComponent(
      () => import('./features/component-document/component-page.tsx'),
      'ComponentDocumentsPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/component-documents/$component/submit',
    validateSearch: readDocumentSearch,
    component: lazyRouteComponent(
      () => import('./features/component-document/component-form-pages.tsx'),
      'SubmitDocumentPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/component-documents/$component/review',
    validateSearch: readDocumentSearch,
    component: lazyRouteComponent(
      () => import('./features/component-document/component-form-pages.tsx'),
      'ReviewDocumentPage',
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
    path: '/findings/open',
    validateSearch: readFindingSubject,
    component: lazyRouteComponent(
      () => import('./features/finding/open-finding-page.tsx'),
      'OpenFindingPage',
    path: '/discovered',
    validateSearch: readDiscoveredAccountSearch,
    component: lazyRouteComponent(
      () => import('./features/discovered-account/discovered-account-list-page.tsx'),
      'DiscoveredAccountListPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/findings/$id',
    component: lazyRouteComponent(() => import('./features/finding/finding-page.tsx'), 'FindingPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/findings/$id/$action',
    component: lazyRouteComponent(
      () => import('./features/finding/finding-action-page.tsx'),
      'FindingActionPage',
    path: '/discovered/report',
    component: lazyRouteComponent(
      () => import('./features/discovered-account/report-page.tsx'),
      'ReportPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/corrective-actions/$id/$action',
    component: lazyRouteComponent(
      () => import('./features/finding/corrective-action-page.tsx'),
      'CorrectiveActionPage',
    path: '/discovered/$id',
    component: lazyRouteComponent(
      () => import('./features/discovered-account/discovered-account-page.tsx'),
      'DiscoveredAccountPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/compliance',
    component: lazyRouteComponent(() => import('./features/compliance/scorecard-page.tsx'), 'ScorecardPage'),
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
    path: '/certifications',
    component: lazyRouteComponent(
      () => import('./features/certification/certification-list-page.tsx'),
      'CertificationListPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/certifications/open',
    component: lazyRouteComponent(
      () => import('./features/certification/open-page.tsx'),
      'OpenCertificationPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/certifications/parts/$id',
    component: lazyRouteComponent(
      () => import('./features/certification/part-page.tsx'),
      'CertificationPartPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/certifications/$id',
    component: lazyRouteComponent(
      () => import('./features/certification/certification-page.tsx'),
      'CertificationPage',
    ),
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
  ...EXCEPTION_ROUTES,
  ...DELEGATION_ROUTES,
  ...ACCESS_ROUTES,
  createRoute({
    getParentRoute,
    path: '/settings',
    component: lazyRouteComponent(
      () => import('./features/policy-setting/policy-setting-list-page.tsx'),
      'PolicySettingListPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/settings/$id',
    component: lazyRouteComponent(
      () => import('./features/policy-setting/policy-setting-page.tsx'),
      'PolicySettingPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/security-policies',
    component: lazyRouteComponent(
      () => import('./features/security-attestation/security-policy-list-page.tsx'),
      'SecurityPolicyListPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/security-policies/publish',
    component: lazyRouteComponent(
      () => import('./features/security-attestation/publish-policy-page.tsx'),
      'PublishPolicyPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/accounts/$slug/attestAccountSecurityPolicy',
    component: lazyRouteComponent(
      () => import('./features/security-attestation/attest-page.tsx'),
      'AttestPage',
    ),
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
