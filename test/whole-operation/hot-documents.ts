/** The documents the product is fast for, as its clients write them: who asks, what, and with which variables. */
export interface HotDocument {
  readonly name: string
  readonly persona: string | null
  readonly source: string
  /** Made from an account's slug and global id. */
  variables(slug: string, id: string): Readonly<Record<string, unknown>>
}

const DIRECTORY_PAGE = `query Page($component: String!, $after: String) {
  accounts(first: 50, after: $after, filter: { component: $component }, orderBy: SLUG) {
    totalCount
    edges { cursor node { id slug title handle profileUrl state status platform { slug name } component { code name } } }
    pageInfo { hasNextPage endCursor }
  }
}`

const ACCOUNT_DETAIL = `query Detail($slug: String!, $id: ID!) {
  account(slug: $slug) {
    slug title handle status vacant topics changedAt
    platform { name } component { code parent { code } } contacts { role person { displayName } }
  }
  auditEntries(first: 10, filter: { subject: $id }) {
    edges { node { seq occurredAt action outcome reason clauses { id title } hash changes } }
  }
}`

const PUBLIC_PAGE = `query Page($after: String) {
  directoryAccounts(first: 50, after: $after, filter: { status: OFFICIAL }) {
    edges { node { slug title status platform { name } component { name parent { name } } aliases { handle former } } }
    pageInfo { hasNextPage endCursor }
  }
}`

const PUBLIC_DETAIL = `query Detail($slug: String!) {
  directoryAccount(slug: $slug) { slug title status officialSince listedOn successor { slug } platform { name hosts } }
}`

const AUDIT_PAGE = `query Audit($after: String) {
  auditEntries(first: 50, after: $after) { edges { cursor node { id action subjectId } } pageInfo { endCursor } }
}`

const CHANGES = `{ directoryChanges(first: 20) { edges { node { id kind at account { slug } } } } }`

function none(): Readonly<Record<string, unknown>> {
  return {}
}

export const HOT_DOCUMENTS: readonly HotDocument[] = [
  ...['manager-cbp', 'opa', 'employee'].flatMap((persona) => [
    { name: 'directory page', persona, source: DIRECTORY_PAGE, variables: () => ({ component: 'CBP' }) },
    {
      name: 'account detail',
      persona,
      source: ACCOUNT_DETAIL,
      variables: (slug: string, id: string) => ({ slug, id }),
    },
    { name: 'audit page', persona, source: AUDIT_PAGE, variables: none },
    { name: 'public page', persona, source: PUBLIC_PAGE, variables: none },
  ]),
  { name: 'public page', persona: null, source: PUBLIC_PAGE, variables: none },
  { name: 'public detail', persona: null, source: PUBLIC_DETAIL, variables: (slug: string) => ({ slug }) },
  { name: 'changes', persona: null, source: CHANGES, variables: none },
]
