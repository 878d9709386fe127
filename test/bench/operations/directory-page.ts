import type { Contender } from '../contenders/contenders.ts'
import { ask } from './ask.ts'
import { graphqlCall, rawCall, type BenchWorld, type Call, type Operation } from './operation.ts'

const PAGE = 50

const OURS = `query DirectoryPage($component: String!, $after: String) {
  accounts(first: ${PAGE}, after: $after, filter: { component: $component, state: [ACTIVE] }, orderBy: SLUG) {
    edges { node { slug title handle profileUrl state platform { slug name } component { code name } } }
    pageInfo { hasNextPage endCursor }
  }
}`
const POSTGRAPHILE = `query DirectoryPage($component: UUID!, $after: Cursor) {
  accounts(first: ${PAGE}, after: $after, condition: { componentId: $component, state: ACTIVE }, orderBy: SLUG_ASC) {
    edges { node { slug title handle profileUrl state platform { slug name } component { code name } } }
    pageInfo { hasNextPage endCursor }
  }
}`

interface Page {
  readonly data: {
    readonly accounts: {
      readonly edges: readonly { readonly node: { readonly slug: string } }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    }
  }
}

/** O1: a page of 50 accounts with platform and component, by keyset, for somebody who sees one component whole. */
export async function directoryPage({ owner, contenders, token }: BenchWorld): Promise<Operation> {
  const bearer = await token('manager-cbp')
  const { rows } = await owner.query<{ id: string; code: string }>(
    `select c.id, c.code from component c join account a on a.component_id = c.id and a.state = 'ACTIVE'
     group by c.id having count(*) > ${PAGE} order by c.code`,
  )
  const calls = { ours: [] as Call[], postgraphile: [] as Call[], raw: [] as Call[] }
  for (const { id, code } of rows) {
    const ours = await walk(contenders.ours, (after) => graphqlCall(OURS, { component: code, after }, bearer))
    const theirs = await walk(contenders.postgraphile, (after) =>
      graphqlCall(POSTGRAPHILE, { component: id, after }),
    )
    calls.ours.push(...ours.calls)
    calls.postgraphile.push(...theirs.calls)
    calls.raw.push(...ours.starts.map((after) => rawCall('directory-page', { component: id, after })))
  }
  return {
    id: 'O1',
    title: `directory page of ${PAGE}, ${calls.ours.length} pages`,
    sides: [
      { name: 'ours', contender: 'ours', calls: calls.ours, rows: pageRows },
      { name: 'postgraphile', contender: 'postgraphile', calls: calls.postgraphile, rows: pageRows },
      { name: 'raw', contender: 'raw', calls: calls.raw, rows: (answer) => answer },
    ],
    goals: [
      { measure: 'requestsPerSecond', of: 'ours', against: 'postgraphile', atLeast: 1.5 },
      { measure: 'requestsPerSecond', of: 'ours', against: 'raw', atLeast: 0.35 },
    ],
  }
}

/** The calls of every page from the first to the last, and after which slug each begins. */
async function walk(contender: Contender, toCall: (after: string | null) => Call) {
  const calls: Call[] = []
  const starts: string[] = []
  let after: string | null = null
  let start = ''
  for (;;) {
    const call: Call = toCall(after)
    const { accounts } = ((await ask(contender.url, call)) as Page).data
    calls.push(call)
    starts.push(start)
    start = accounts.edges.at(-1)?.node.slug ?? ''
    after = accounts.pageInfo.endCursor
    if (!accounts.pageInfo.hasNextPage) return { calls, starts }
  }
}

function pageRows(answer: unknown): unknown {
  return (answer as Page).data.accounts.edges.map(({ node }) => node)
}
