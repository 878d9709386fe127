import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const ROUTES = new URL('../../apps/admin/src/routes.tsx', import.meta.url)

const NO_DISCOVERY = encodeURIComponent(btoa('DiscoveredAccount:019ab000-0000-7000-8000-000000000000'))

/** Every path of the client’s route table, in its order. */
export function routePaths(): string[] {
  const table = readFileSync(ROUTES, 'utf8')
  const paths = [...table.matchAll(/\bpath: '([^']*)'/g)].map(([, path = '']) => path)
  const routes = table.match(/\bcreateRoute\(/g)?.length ?? 0
  if (paths.length === 0 || paths.length !== routes)
    throw new Error(`The route table has ${routes} routes and ${paths.length} paths that could be read.`)
  return paths
}

/** A page of a route with a real record, the persona who sees it whole, and its heading when it is the right one. */
export interface RouteExample {
  readonly persona: string
  readonly path: string
  readonly heading: RegExp
}

/** Global ids of records that paths name by them. */
export interface KnownIds {
  readonly account: string
  readonly person: string
  readonly migration: string
  readonly row: string
}

/** Pages for every route there is; a route without one fails its test. */
export function routeExamples(ids: KnownIds): Readonly<Record<string, readonly RouteExample[]>> {
  const { account, person, migration, row } = ids
  const one = (persona: string, path: string, heading: RegExp) => [{ persona, path, heading }]
  return {
    '/': one('manager-cbp', '/', /^My work/),
    '/search': one('opa', '/search?q=cbp', /./),
    '/directive': one('opa', '/directive', /./),
    '/accounts': one('opa', '/accounts', /^Accounts/),
    '/accounts/request': one('manager-cbp', '/accounts/request', /^Request an account/),
    '/accounts/bulk': one('manager-cbp', '/accounts/bulk', /./),
    '/accounts/$slug': ['', '?tab=timeline'].map((tab) => ({
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
    '/platforms/propose': one('opa', '/platforms/propose', /^Propose/),
    '/platforms/$slug': ['', '?tab=reviews'].map((tab) => ({
      persona: 'opa',
      path: `/platforms/x${tab}`,
      heading: /^X/,
    })),
    '/platforms/$slug/$action': one('cio', '/platforms/x/recordPlatformReview', /review/i),
    '/people': one('admin', '/people', /^People/),
    '/people/$id': one('admin', `/people/${person}`, /Persona/),
    '/people/$id/$action': one('admin', `/people/${person}/grantRole`, /^Grant a role/),
    '/audit': one('inspector', '/audit', /^Audit/),
    '/findings': one('opa', '/findings', /^Findings/),
    '/discovered': one('opa', '/discovered', /^Discovered accounts/),
    '/discovered/report': one('manager-cbp', '/discovered/report', /^Report an account/),
    // None is reported on a first start: the pages say so.
    '/discovered/$id': one('opa', `/discovered/${NO_DISCOVERY}`, /./),
    '/discovered/$id/$action': one('opa', `/discovered/${NO_DISCOVERY}/closeDiscoveredAccount`, /./),
    '/request-form': one('opa', '/request-form', /^Request form/),
    '/request-form/adopt': one('opa', '/request-form/adopt', /^Adopt the next version/),
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
  readonly data: {
    readonly account: { readonly id: string }
    readonly people: { readonly edges: readonly { readonly node: { readonly id: string } }[] }
    readonly migrations: { readonly edges: readonly { readonly node: { readonly id: string } }[] }
    readonly migrationRows: { readonly edges: readonly { readonly node: { readonly id: string } }[] }
  }
}

/** Finds records as the persona signed in on a page may see them. */
export async function findIds(page: Page): Promise<KnownIds> {
  const query = `{ account(slug: "x-cbp") { id } people(first: 1, search: "Persona") { edges { node { id } } }
    migrations(first: 1) { edges { node { id } } } migrationRows(first: 1) { edges { node { id } } } }`
  const { data } = await page.evaluate(async (text) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'test' },
      body: JSON.stringify({ query: text }),
    })
    return (await response.json()) as FoundIds
  }, query)
  const first = (list: FoundIds['data']['people']) => encodeURIComponent(list.edges[0]?.node.id ?? '')
  return {
    account: encodeURIComponent(data.account.id),
    person: first(data.people),
    migration: first(data.migrations),
    row: first(data.migrationRows),
  }
}
