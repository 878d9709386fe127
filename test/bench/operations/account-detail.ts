import { encodeGlobalID } from '@pothos/plugin-relay'
import { graphqlCall, rawCall, type BenchWorld, type Operation } from './operation.ts'

const ACCOUNTS = 300

const OURS = `query AccountDetail($slug: String!, $id: ID!) {
  account(slug: $slug) {
    slug title handle state platform { name } component { code parent { code } }
    contacts { role person { displayName } }
  }
  auditEntries(first: 10, filter: { subject: $id }) { edges { node { action outcome reason changes } } }
}`
const POSTGRAPHILE = `query AccountDetail($slug: String!, $id: String!) {
  account: accountBySlug(slug: $slug) {
    slug title handle state platform { name } component { code parent { code } }
    contacts { nodes { role person { displayName } } }
  }
  auditEntries(first: 10, condition: { subjectType: "Account", subjectId: $id }, orderBy: PRIMARY_KEY_DESC) {
    edges { node { action outcome reason changes } }
  }
}`

interface Contact {
  readonly role: string
}

interface Detail {
  readonly data: {
    readonly account: {
      readonly contacts: readonly Contact[] | { readonly nodes: readonly Contact[] }
    }
    readonly auditEntries: { readonly edges: readonly { readonly node: object }[] }
  }
}

/** O2: an account with platform, component, contacts and its last ten audit entries. */
export async function accountDetail({ owner, token }: BenchWorld): Promise<Operation> {
  const bearer = await token('manager-cbp')
  const { rows } = await owner.query<{ id: string; slug: string }>(
    `select a.id, a.slug from account a join component c on c.id = a.component_id
     where c.code = 'CBP' and a.state = 'ACTIVE' order by md5(a.slug) limit ${ACCOUNTS}`,
  )
  return {
    id: 'O2',
    title: `account detail with contacts and audit, ${rows.length} accounts`,
    sides: [
      {
        name: 'ours',
        contender: 'ours',
        calls: rows.map(({ id, slug }) =>
          graphqlCall(OURS, { slug, id: encodeGlobalID('Account', id) }, bearer),
        ),
        rows: detailRows,
      },
      {
        name: 'postgraphile',
        contender: 'postgraphile',
        calls: rows.map(({ id, slug }) => graphqlCall(POSTGRAPHILE, { slug, id })),
        rows: detailRows,
      },
      {
        name: 'raw',
        contender: 'raw',
        calls: rows.map(({ slug }) => rawCall('account-detail', { slug })),
        rows: (answer) => answer,
      },
    ],
    goals: [
      { measure: 'requestsPerSecond', of: 'ours', against: 'postgraphile', atLeast: 1.5 },
      { measure: 'requestsPerSecond', of: 'ours', against: 'raw', atLeast: 0.45 },
    ],
  }
}

function detailRows(answer: unknown): unknown {
  const { account, auditEntries } = (answer as Detail).data
  const contacts = 'nodes' in account.contacts ? account.contacts.nodes : account.contacts
  return { ...account, contacts, entries: auditEntries.edges.map(({ node }) => node) }
}
