import { graphqlCall, type BenchWorld, type Operation, type Side } from './operation.ts'

const LISTS = 60

const OURS = `query PublicList($component: String!, $platform: String!) {
  directoryAccounts(first: 50, filter: { component: $component, platform: $platform, status: OFFICIAL }) {
    edges { node { slug title handle profileUrl platform { slug name } component { code name } } }
  }
}`
const POSTGRAPHILE = `query PublicList($component: UUID!, $platform: UUID!) {
  accounts(first: 50, condition: { componentId: $component, platformId: $platform, state: ACTIVE }) {
    edges { node { slug title handle profileUrl platform { slug name } component { code name } } }
  }
}`

interface Lists {
  readonly data: Readonly<
    Record<string, { readonly edges: readonly { readonly node: { readonly slug: string } }[] }>
  >
}

/** O4: what the public reads of an office on a platform, cached here, against the same rows uncached there. */
export async function publicPage({ owner }: BenchWorld): Promise<Operation> {
  const { rows } = await owner.query<Record<'component' | 'code' | 'platform' | 'slug', string>>(
    `select c.id as component, c.code, p.id as platform, p.slug
     from account a join component c on c.id = a.component_id join platform p on p.id = a.platform_id
     where a.state in ('ACTIVE', 'RETIRING') group by c.id, p.id
     having count(*) between 10 and 50 and bool_and(a.state = 'ACTIVE') order by md5(c.code || p.slug) limit ${LISTS}`,
  )
  const sides: Side[] = [
    {
      name: 'ours',
      contender: 'ours',
      calls: rows.map(({ code, slug }) => graphqlCall(OURS, { component: code, platform: slug })),
      rows: listRows,
    },
    {
      name: 'postgraphile',
      contender: 'postgraphile',
      calls: rows.map(({ component, platform }) => graphqlCall(POSTGRAPHILE, { component, platform })),
      rows: listRows,
    },
  ]
  return {
    id: 'O4',
    title: `public list of one office on one platform, ${rows.length} lists`,
    sides,
    goals: [{ measure: 'requestsPerSecond', of: 'ours', against: 'postgraphile', atLeast: 3 }],
  }
}

// The public list is ordered for readers, the peer's by id: the rows have to be the same, not their order.
function listRows(answer: unknown): unknown {
  const nodes = Object.values((answer as Lists).data).flatMap(({ edges }) => edges.map(({ node }) => node))
  return nodes.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
}
