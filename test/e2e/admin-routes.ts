import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { askFrom, makeRecords, type MadeRecords } from './made-records.ts'

const SOURCE = new URL('../../apps/admin/src/', import.meta.url)

const NO_REPORT = encodeURIComponent(btoa('ReviewReport:019ab000-0000-7000-8000-000000000000'))
const NO_REFUSAL = encodeURIComponent(btoa('MailRefusal:019ab000-0000-7000-8000-000000000000'))
const NO_MODERATION = encodeURIComponent(btoa('ModerationAction:019ab000-0000-7000-8000-000000000000'))
const NO_DISCOVERY = encodeURIComponent(btoa('DiscoveredAccount:019ab000-0000-7000-8000-000000000000'))

/** Every path of the client’s routes, in the order of their files. */
export function routePaths(): string[] {
  const features = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(^|-)routes\.tsx?$/.test(file),
  )
  const table = features
    .toSorted()
    .map((file) => readFileSync(new URL(file, SOURCE), 'utf8'))
    .join('\n')
  const paths = [...table.matchAll(/\bpath: '([^']*)'/g)].map(([, path = '']) => path)
  const routes = table.match(/\bcreateRoute\(/g)?.length ?? 0
  if (paths.length === 0 || paths.length !== routes)
    throw new Error(`There are ${routes} routes and ${paths.length} paths that could be read.`)
  return paths
}

/** A page of a route with a real record, the persona who sees it whole, and its heading when it is the right one. */
export interface RouteExample {
  readonly persona: string
  readonly path: string
  readonly heading: RegExp
}

/** Global ids of records that paths name by them. */
export interface KnownIds extends MadeRecords {
  readonly account: string
  readonly person: string
  readonly migration: string
  readonly row: string
  readonly guidance: string
}

/** Pages for every route there is; a route without one fails its test. */
export function routeExamples(ids: KnownIds): Readonly<Record<string, readonly RouteExample[]>> {
  const {
    account,
    person,
    migration,
    row,
    guidance,
    exception,
    delegation,
    access,
    finding,
    correctiveAction,
    risk,
    riskMitigation,
    incident,
    privacyApproval,
  } = ids
  const one = (persona: string, path: string, heading: RegExp) => [{ persona, path, heading }]
  return {
    '/': one('manager-cbp', '/', /^My work/),
    '/pages': one('manager-cbp', '/pages', /^All pages/),
    '/exceptions': one('opa', '/exceptions', /^Exceptions/),
    '/exceptions/request': one(
      'manager-cbp',
      `/exceptions/request?account=${account}`,
      /^Request an exception/,
    ),
    '/exceptions/$id': one('manager-cbp', `/exceptions/${exception}`, /^Exception from/),
    '/exceptions/$id/$action': one('opa', `/exceptions/${exception}/decideException`, /^Decide/),
    '/privacy-approvals': one('privacy', '/privacy-approvals', /^Personal information/),
    '/privacy-approvals/request': one(
      'manager-cbp',
      `/privacy-approvals/request?account=${account}`,
      /^Ask the Chief Privacy Officer/,
    ),
    '/privacy-approvals/$id': one(
      'manager-cbp',
      `/privacy-approvals/${privacyApproval}`,
      /^Personal information in an account/,
    ),
    '/privacy-approvals/$id/$action': one(
      'privacy',
      `/privacy-approvals/${privacyApproval}/decidePrivacyApproval`,
      /^Decide/,
    ),
    '/delegations': one('aspa', '/delegations', /^Delegations/),
    '/delegations/record/$kind': [
      { persona: 'aspa', path: '/delegations/record/APPROVAL', heading: /^Lend approval/ },
      { persona: 'cio', path: '/delegations/record/STAND_IN', heading: /stand-in/ },
    ],
    '/delegations/$id': one('aspa', `/delegations/${delegation}`, /may approve accounts/),
    '/delegations/$id/revoke': one('aspa', `/delegations/${delegation}/revoke`, /^Revoke/),
    '/access': one('opa', '/access', /^Access/),
    '/access/process': one('employee', '/access/process', /^How to get access/),
    '/access/request': one('author-cbp', '/access/request', /^Ask for access/),
    '/access/$id': one('author-cbp', `/access/${access}`, /^Access to look at/),
    '/access/$id/$action': one('director-cbp', `/access/${access}/decideAccess`, /^Decide/),
    '/work/queues': one('aspa', '/work/queues', /^Ageing/),
    '/notifications': one('manager-cbp', '/notifications', /^Notifications/),
    '/search': one('opa', '/search?q=cbp', /./),
    '/directive': one('opa', '/directive', /./),
    '/settings': one('aspa', '/settings', /^Policy settings/),
    '/settings/$id': one('aspa', '/settings/WORK_DUE_DAYS~CLAIM', /^Change a policy setting/),
    '/security-policies': one('cio', '/security-policies', /^Security policy/),
    '/security-policies/publish': one('cio', '/security-policies/publish', /^Publish a security policy/),
    '/accounts/$slug/attestAccountSecurityPolicy': one(
      'manager-cbp',
      '/accounts/x-cbp/attestAccountSecurityPolicy',
      /^Attest the security/,
    ),
    '/accounts': one('opa', '/accounts', /^Accounts/),
    '/accounts/request': one('manager-cbp', '/accounts/request', /^Request an account/),
    '/accounts/bulk': one('manager-cbp', '/accounts/bulk', /./),
    '/accounts/$slug': ['', '?tab=timeline', '?tab=security', '?tab=law', '?tab=moderation'].map((tab) => ({
      persona: 'manager-cbp',
      path: `/accounts/x-cbp${tab}`,
      heading: /CBP/,
    })),
    '/accounts/$slug/$action': [
      { persona: 'manager-cbp', path: '/accounts/x-cbp/updateAccount', heading: /^Update/ },
      { persona: 'manager-cbp', path: '/accounts/x-cbp/renameAccount', heading: /^Record a new handle/ },
      { persona: 'director-cbp', path: '/accounts/x-cbp/assignPrimaryContact', heading: /contact/ },
    ],
    '/platforms': one('opa', '/platforms', /^Platforms/),
    '/review-requirements': one('aspa', '/review-requirements', /^What reviews are asked for/),
    '/review-requirements/$kind': one('aspa', '/review-requirements/SECURITY', /^Settle what is asked/),
    '/review-reports': one('opa', '/review-reports', /^Reports on platforms/),
    '/mail-refusals/$id': one('admin', `/mail-refusals/${NO_REFUSAL}`, /./),
    '/mail-refusals/$id/$action': one('admin', `/mail-refusals/${NO_REFUSAL}/giveUpRefusedMail`, /./),
    '/review-reports/$id': one('opa', `/review-reports/${NO_REPORT}`, /./),
    '/platforms/propose': one('opa', '/platforms/propose', /^Propose/),
    '/platforms/reviews': one('aspa', '/platforms/reviews', /^Reviews of platforms/),
    '/platforms/$slug/reviews/$kind': one('privacy', '/platforms/x/reviews/PRIVACY', /^Privacy review/),
    '/platforms/$slug': ['', '?tab=reviews'].map((tab) => ({
      persona: 'opa',
      path: `/platforms/x${tab}`,
      heading: /^X/,
    })),
    '/platforms/$slug/$action': one('cio', '/platforms/x/recordPlatformReview', /review/i),
    '/guidance': one('opa', '/guidance', /^Guidance/),
    '/guidance/publish': one('opa', '/guidance/publish', /^Publish/),
    '/guidance/$id': one('manager-cbp', `/guidance/${guidance}`, /^Sample/),
    '/training': one('opa', '/training', /^Training/),
    '/training/add': one('opa', '/training/add', /^Add a course/),
    '/training/end': one('opa', '/training/end', /^End a course/),
    '/training/record': one('opa', '/training/record', /^Record/),
    '/component-documents': one('privacy', '/component-documents', /^Processes/),
    '/component-documents/$component': one('opa', '/component-documents/cbp', /^Process and policy/),
    '/component-documents/$component/submit': one(
      'director-cbp',
      '/component-documents/cbp/submit',
      /^Submit/,
    ),
    '/component-documents/$component/review': one('opa', '/component-documents/cbp/review', /^Review/),
    '/component-documents/$component/confirm': one(
      'privacy',
      '/component-documents/cbp/confirm',
      /^Confirm that a policy/,
    ),
    '/people': one('admin', '/people', /^People/),
    '/people/$id': one('admin', `/people/${person}`, /Persona/),
    '/people/$id/$action': one('admin', `/people/${person}/grantRole`, /^Grant a role/),
    '/audit': one('inspector', '/audit', /^Audit/),
    '/findings': one('opa', '/findings', /^Findings/),
    '/findings/open': one('opa', '/findings/open', /^Open a finding/),
    '/findings/$id': one('opa', `/findings/${finding}`, /test/),
    '/findings/$id/$action': one('opa', `/findings/${finding}/assignCorrectiveAction`, /^Assign/),
    '/corrective-actions/$id/$action': one(
      'opa',
      `/corrective-actions/${correctiveAction}/completeCorrectiveAction`,
      /^Give the evidence/,
    ),
    '/risks': one('opa', '/risks', /^Risks/),
    '/risks/raise': one('director-cbp', '/risks/raise', /^Raise a risk/),
    '/risks/$id': one('opa', `/risks/${risk}`, /^Messages/),
    '/risks/$id/$action': one('privacy', `/risks/${risk}/acceptRisk`, /^Accept/),
    '/risk-mitigations/$id/$action': one(
      'opa',
      `/risk-mitigations/${riskMitigation}/completeRiskMitigation`,
      /^Say that it is done/,
    ),
    '/compliance': one('opa', '/compliance', /^Compliance/),
    '/certifications': one('opa', '/certifications', /^Certifications/),
    '/certifications/open': one('opa', '/certifications/open', /^Open a certification/),
    // A first start has none; what is shown then is a page as well.
    '/certifications/$id': one('opa', '/certifications/none', /^No such certification/),
    '/certifications/parts/$id': one('opa', '/certifications/parts/none', /^No such part/),
    '/certifications/answers/$id': one('opa', '/certifications/answers/none', /^No such answer/),
    '/discovered': one('opa', '/discovered', /^Discovered accounts/),
    '/discovered/report': one('manager-cbp', '/discovered/report', /^Report an account/),
    // None is reported on a first start: the pages say so.
    '/discovered/$id': one('opa', `/discovered/${NO_DISCOVERY}`, /./),
    '/discovered/$id/$action': one('opa', `/discovered/${NO_DISCOVERY}/closeDiscoveredAccount`, /./),
    '/request-form': one('opa', '/request-form', /^Request form/),
    '/request-form/adopt': one('opa', '/request-form/adopt', /^Adopt the next version/),
    '/law-checklist': one('opa', '/law-checklist', /^Law and policy/),
    '/law-checklist/adopt': one('opa', '/law-checklist/adopt', /^Adopt the next version/),
    '/accounts/$slug/answerLawChecklist': one(
      'manager-cbp',
      '/accounts/x-cbp/answerLawChecklist',
      /^Answer the checklist/,
    ),
    '/incidents': one('opa', '/incidents', /^Incidents/),
    '/incidents/report': one('employee', '/incidents/report', /^Report an impostor/),
    '/incidents/$id': one('opa', `/incidents/${incident}`, /^Impostor/),
    '/incidents/$id/$action': one('opa', `/incidents/${incident}/resolveIncident`, /^Settle/),
    '/moderation': one('crcl', '/moderation', /^Moderation/),
    '/moderation/report': one('crcl', '/moderation/report', /^Moderation, counted/),
    '/moderation/record': one(
      'manager-cbp',
      `/moderation/record?account=${account}`,
      /^Record moderation on/,
    ),
    // Nothing is moderated on a first start: the pages say so.
    '/moderation/$id': one('crcl', `/moderation/${NO_MODERATION}`, /^No such entry/),
    '/moderation/$id/$action': one(
      'crcl',
      `/moderation/${NO_MODERATION}/reviewModerationAction`,
      /^No such entry/,
    ),
    '/publications': one('opa', '/publications', /public/i),
    '/publications/publish': one('opa', '/publications/publish', /publi/i),
    '/imports': one('opa', '/imports', /^Imports/),
    '/imports/submit': one('opa', '/imports/submit', /^Import a file/),
    '/imports/$id/decide': one('aspa', `/imports/${migration}/decide`, /^Decide on/),
    '/imports/$id/rows/$row': one('opa', `/imports/${migration}/rows/${row}`, /^Row /),
    '/imports/$id': one('opa', `/imports/${migration}`, /\.csv/),
    // Leads on to the record's own page.
    '/records/$id': one('opa', `/records/${account}`, /./),
  }
}

interface FoundIds {
  readonly account: { readonly id: string }
  readonly people: Found
  readonly migrations: Found
  readonly migrationRows: Found
  readonly delegates: Found
  readonly guidanceDocuments: Found
}

interface Found {
  readonly edges: readonly { readonly node: { readonly id: string } }[]
}

/** Finds records as the Office of Public Affairs sees them, and makes those of kinds there are none of yet. */
export async function findIds(pageOf: (persona: string) => Promise<Page>): Promise<KnownIds> {
  const query = `{ account(slug: "x-cbp") { id } people(first: 1, search: "Persona") { edges { node { id } } }
    delegates: people(first: 1, search: "Persona OPA") { edges { node { id } } }
    guidanceDocuments(first: 1) { edges { node { id } } }
    migrations(first: 1) { edges { node { id } } } migrationRows(first: 1) { edges { node { id } } } }`
  const { data } = await askFrom<FoundIds>(await pageOf('opa'), query)
  const first = ({ edges }: Found) => edges[0]?.node.id ?? ''
  const made = await makeRecords(pageOf, { account: data.account.id, delegate: first(data.delegates) })
  return {
    account: encodeURIComponent(data.account.id),
    person: encodeURIComponent(first(data.people)),
    migration: encodeURIComponent(first(data.migrations)),
    row: encodeURIComponent(first(data.migrationRows)),
    guidance: encodeURIComponent(first(data.guidanceDocuments)),
    ...made,
  }
}
