import type { ResultOf } from '@official-accounts/client/graphql'
import type { Account, DirectorySnapshot } from './directory-model.ts'
import { accountsAnswer, changesAnswer, referenceAnswer, statusAnswer } from './directory-model.ts'
import {
  directoryAccountsDocument,
  directoryChangesDocument,
  directoryReferenceDocument,
  directoryStatusDocument,
} from './documents.ts'
import { DirectoryPullError, requestDocument, type GraphqlEndpoint } from './graphql-request.ts'

// The most the server gives at once.
const pageSize = 100
const changesTold = 100
const attempts = 3

type Status = ResultOf<typeof directoryStatusDocument>['directoryStatus']

/**
 * Reads the whole public directory over HTTP as one consistent state: when it changes during the pull, the pull
 * starts again. Throws DirectoryPullError on any error and on any count that does not agree with what was read, and
 * the signal's reason when it ends the pull.
 */
export async function pullDirectory(url: string, signal?: AbortSignal): Promise<DirectorySnapshot> {
  const endpoint = { url, signal }
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await pullStatus(endpoint)
    const reference = await requestDocument(endpoint, directoryReferenceDocument, {}, referenceAnswer)
    const accounts = await pullAccounts(endpoint)
    const changes = await requestDocument(
      endpoint,
      directoryChangesDocument,
      { first: changesTold },
      changesAnswer,
    )
    const after = await pullStatus(endpoint)
    if (before.version !== after.version || before.digest !== after.digest) continue
    const snapshot = {
      status: after,
      components: reference.directoryComponents,
      platforms: reference.directoryPlatforms,
      accounts,
      archivedListings: reference.directoryArchivedListings,
      guidancePages: reference.guidancePages,
      changes: changes.directoryChanges.edges.map(({ node }) => node),
    }
    requireAgreement(snapshot)
    return snapshot
  }
  throw new DirectoryPullError(`the directory changed during each of ${attempts} attempts to read it`)
}

async function pullStatus(endpoint: GraphqlEndpoint): Promise<Status> {
  const answer = await requestDocument(endpoint, directoryStatusDocument, {}, statusAnswer)
  return answer.directoryStatus
}

async function pullAccounts(endpoint: GraphqlEndpoint): Promise<Account[]> {
  const accounts: Account[] = []
  let after: string | null = null
  for (;;) {
    const variables = { first: pageSize, after }
    const page: ResultOf<typeof directoryAccountsDocument> = await requestDocument(
      endpoint,
      directoryAccountsDocument,
      variables,
      accountsAnswer,
    )
    const { edges, pageInfo, totalCount } = page.directoryAccounts
    accounts.push(...edges.map((edge) => edge.node))
    if (!pageInfo.hasNextPage) {
      requireCount('accounts against totalCount', accounts.length, totalCount)
      return accounts
    }
    if (pageInfo.endCursor === null || pageInfo.endCursor === after || edges.length === 0) {
      throw new DirectoryPullError('directoryAccounts promises a next page and gives no way to it')
    }
    after = pageInfo.endCursor
  }
}

function requireAgreement(snapshot: DirectorySnapshot): void {
  const { status, accounts, components, platforms } = snapshot
  requireCount('accounts', accounts.length, status.accountCount)
  requireCount('components', components.length, status.componentCount)
  requireCount('platforms', platforms.length, status.platformCount)
  const known = new Set(accounts.map((account) => account.slug))
  requireCount('distinct account slugs', known.size, accounts.length)
  const componentSlugs = new Set(components.map((component) => component.slug))
  const platformSlugs = new Set(platforms.map((platform) => platform.slug))
  for (const account of accounts) {
    if (!componentSlugs.has(account.component.slug) || !platformSlugs.has(account.platform.slug)) {
      throw new DirectoryPullError(
        `account ${account.slug} names a component or platform that is not in the directory`,
      )
    }
  }
}

function requireCount(what: string, read: number, stated: number): void {
  if (read !== stated) throw new DirectoryPullError(`${what}: ${read} read, ${stated} stated`)
}
