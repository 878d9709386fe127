import { runAs } from '@official-accounts/db/actor-settings'
import { settingsFor } from '@official-accounts/db/visibility'
import { readReach, type Actor } from '@official-accounts/domain/access/actor'
import type { Services } from '@official-accounts/schema/context'
import { internalSchema } from '@official-accounts/schema/schema'
import { graphql } from 'graphql'
import type { ExportKind } from './export-kinds.ts'

/** A record as it is written out: values and lists of values, by their names in the schema. */
export type ExportRow = Readonly<Record<string, unknown>>

/** Which records to read, and how many at most. */
export interface RowsWanted {
  readonly filter?: object
  readonly orderBy?: string
  readonly most?: number
}

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: ExportRow }[]
  readonly pageInfo: { readonly hasNextPage: boolean }
}

const PAGE = 100

/** Reads a list through the API's own schema, page by page, as far as the actor may see it there. */
export async function* readRows(
  services: Services,
  actor: Actor,
  kind: ExportKind,
  { filter = {}, orderBy, most = Infinity }: RowsWanted,
): AsyncGenerator<ExportRow> {
  const order = orderBy === undefined ? '' : `, orderBy: ${orderBy}`
  const source = `query ($first: Int!, $after: String, $filter: ${kind.filterType}) {
    page: ${kind.root}(first: $first, after: $after, filter: $filter${order}) {
      edges { cursor node { ${kind.selection} } } pageInfo { hasNextPage } } }`
  let after: string | null = null
  for (let left = most; left > 0; left -= PAGE) {
    const variables = { first: Math.min(PAGE, left), after, filter }
    const { page } = await ask(services, actor, source, variables)
    if (!isPage(page)) throw new Error('The list could not be read.')
    for (const { node } of page.edges) yield flat(node)
    after = page.edges.at(-1)?.cursor ?? null
    if (!page.pageInfo.hasNextPage) return
  }
}

/** The global id of the account with a slug; null where there is none that the actor may see. */
export async function findAccount(services: Services, actor: Actor, slug: string): Promise<unknown> {
  const data = await ask(services, actor, 'query ($slug: String) { account(slug: $slug) { id } }', { slug })
  return onlyField(data['account'])
}

async function ask(
  services: Services,
  actor: Actor,
  source: string,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const contextValue = { actor, requestId: 'registry', services }
  const { data, errors } = await runAs(settingsFor(readReach(actor)), () =>
    graphql({ schema: internalSchema, source, contextValue, variableValues }),
  )
  if (errors?.[0] || !data) throw new Error(errors?.[0]?.message ?? 'Nothing was answered.')
  return data
}

function isPage(value: unknown): value is Page {
  return typeof value === 'object' && value !== null && 'edges' in value && 'pageInfo' in value
}

// A record that hangs on another is asked for one field, which stands for it.
function flat(node: ExportRow): ExportRow {
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, name === 'changes' ? value : onlyField(value)]),
  )
}

function onlyField(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(onlyField)
  return typeof value === 'object' && value !== null ? Object.values(value)[0] : value
}

/** All rows at once. */
export async function allRows(rows: AsyncIterable<ExportRow>): Promise<readonly ExportRow[]> {
  const all: ExportRow[] = []
  for await (const row of rows) all.push(row)
  return all
}
