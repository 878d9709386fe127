import { graphqlCall, rawCall, type BenchWorld, type Operation } from './operation.ts'

const SEARCHES = 100

const OURS = `query Search($platform: String!, $text: String!) {
  accounts(first: 20, filter: { platform: $platform, state: [ACTIVE], text: $text }, orderBy: SLUG) {
    edges { node { slug title handle profileUrl state platform { slug name } component { code name } } }
  }
}`

interface Found {
  readonly data: { readonly accounts: { readonly edges: readonly { readonly node: object }[] } }
}

/** O3: twenty accounts by a selective part of their name and two filters more. */
export async function filteredSearch({ owner, token }: BenchWorld): Promise<Operation> {
  const bearer = await token('analyst')
  const { rows } = await owner.query<{ id: string; slug: string; text: string }>(
    `select p.id, p.slug, substring(a.handle from 9 for 5) as text
     from account a join platform p on p.id = a.platform_id
     where a.state = 'ACTIVE' and a.handle like 'benchmark%' order by md5(a.slug) limit ${SEARCHES}`,
  )
  return {
    id: 'O3',
    title: `filtered search, ${rows.length} searches`,
    sides: [
      {
        name: 'ours',
        contender: 'ours',
        calls: rows.map(({ slug, text }) => graphqlCall(OURS, { platform: slug, text }, bearer)),
        rows: (answer) => (answer as Found).data.accounts.edges.map(({ node }) => node),
      },
      {
        name: 'raw',
        contender: 'raw',
        calls: rows.map(({ id, text }) => rawCall('filtered-search', { platform: id, text })),
        rows: (answer) => answer,
      },
    ],
    goals: [{ measure: 'requestsPerSecond', of: 'ours', against: 'raw', atLeast: 0.85 }],
  }
}
