import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { ACCESS_ROUTES } from './features/access-grant/access-routes.ts'
import { ACCOUNT_ROUTES } from './features/account/account-routes.ts'
import { AUDIT_ROUTES } from './features/audit/audit-routes.ts'
import { BULK_ROUTES } from './features/bulk/bulk-routes.ts'
import { CERTIFICATION_ROUTES } from './features/certification/certification-routes.ts'
import { COMPLIANCE_ROUTES } from './features/compliance/compliance-routes.ts'
import { COMPONENT_DOCUMENT_ROUTES } from './features/component-document/component-document-routes.ts'
import { DELEGATION_ROUTES } from './features/delegation/delegation-routes.ts'
import { DIRECTIVE_ROUTES } from './features/directive/directive-routes.ts'
import { DISCOVERED_ACCOUNT_ROUTES } from './features/discovered-account/discovered-account-routes.ts'
import { PRIVACY_APPROVAL_ROUTES } from './features/privacy-approval/privacy-approval-routes.ts'
import { EXCEPTION_ROUTES } from './features/exception/exception-routes.ts'
import { FINDING_ROUTES } from './features/finding/finding-routes.ts'
import { GUIDANCE_ROUTES } from './features/guidance/guidance-routes.ts'
import { MIGRATION_ROUTES } from './features/migration/migration-routes.ts'
import { MODERATION_ROUTES } from './features/moderation/moderation-routes.ts'
import { INCIDENT_ROUTES } from './features/incident/incident-routes.ts'
import { MAIL_REFUSAL_ROUTES } from './features/mail-refusal/mail-refusal-routes.ts'
import { NOTIFICATION_ROUTES } from './features/notification/notification-routes.ts'
import { ORGANIZATION_ROUTES } from './features/organization/organization-routes.ts'
import { PLATFORM_ROUTES } from './features/platform/platform-routes.ts'
import { POLICY_SETTING_ROUTES } from './features/policy-setting/policy-setting-routes.ts'
import { PUBLICATION_ROUTES } from './features/publication/publication-routes.ts'
import { RECORD_ROUTES } from './features/record/record-routes.ts'
import { LAW_CHECKLIST_ROUTES } from './features/law-checklist/law-checklist-routes.ts'
import { REQUEST_FORM_ROUTES } from './features/request-form/request-form-routes.ts'
import { REVIEW_REPORT_ROUTES } from './features/review-report/review-report-routes.ts'
import { REVIEW_REQUIREMENT_ROUTES } from './features/review-requirement/review-requirement-routes.ts'
import { RISK_ROUTES } from './features/risk/risk-routes.ts'
import { SECURITY_ATTESTATION_ROUTES } from './features/security-attestation/security-attestation-routes.ts'
import { TRAINING_ROUTES } from './features/training/training-routes.ts'
import { WORK_ITEM_ROUTES } from './features/work-item/work-item-routes.ts'
import { getParentRoute, root } from './root-route.ts'
import { readSearchAddress } from './search/search-address.ts'
import { FaultPage } from './shell/fault-page.tsx'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { BASE_PATH } from './ui/base-path.ts'
import { Loading } from './ui/loading.tsx'
import { parseSearch, stringifySearch } from './ui/search-params.ts'

const routes = [
  createRoute({
    getParentRoute,
    path: '/pages',
    component: lazyRouteComponent(() => import('./shell/all-pages.tsx'), 'AllPages'),
  }),
  createRoute({
    getParentRoute,
    path: '/search',
    validateSearch: readSearchAddress,
    component: lazyRouteComponent(() => import('./search/search-page.tsx'), 'SearchPage'),
  }),
  ...ACCESS_ROUTES,
  ...ACCOUNT_ROUTES,
  ...AUDIT_ROUTES,
  ...BULK_ROUTES,
  ...CERTIFICATION_ROUTES,
  ...COMPLIANCE_ROUTES,
  ...COMPONENT_DOCUMENT_ROUTES,
  ...DELEGATION_ROUTES,
  ...DIRECTIVE_ROUTES,
  ...DISCOVERED_ACCOUNT_ROUTES,
  ...EXCEPTION_ROUTES,
  ...PRIVACY_APPROVAL_ROUTES,
  ...FINDING_ROUTES,
  ...GUIDANCE_ROUTES,
  ...MIGRATION_ROUTES,
  ...INCIDENT_ROUTES,
  ...MODERATION_ROUTES,
  ...NOTIFICATION_ROUTES,
  ...MAIL_REFUSAL_ROUTES,
  ...ORGANIZATION_ROUTES,
  ...PLATFORM_ROUTES,
  ...POLICY_SETTING_ROUTES,
  ...PUBLICATION_ROUTES,
  ...RECORD_ROUTES,
  ...REQUEST_FORM_ROUTES,
  ...LAW_CHECKLIST_ROUTES,
  ...REVIEW_REPORT_ROUTES,
  ...REVIEW_REQUIREMENT_ROUTES,
  ...RISK_ROUTES,
  ...SECURITY_ATTESTATION_ROUTES,
  ...TRAINING_ROUTES,
  ...WORK_ITEM_ROUTES,
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
