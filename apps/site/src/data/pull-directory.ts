import type { ResultOf } from '@official-accounts/client/graphql'
import type { Account, DirectorySnapshot } from './directory-model.ts'
import { accountsAnswer, referenceAnswer, statusAnswer } from './directory-model.ts'
import {
  directoryAccountsDocument,
  directoryReferenceDocument,
  directoryStatusDocument,
} from './documents.ts'
import { DirectoryPullError, requestDocument } from './graphql-request.ts'

// The server counts 92 points an account and stops an anonymous operation at 6,000.
const pageSize = 50
const attempts = 3

type Status = ResultOf<typeof directoryStatusDocument>['directoryStatus']

/**
 * Reads the whole public directory over HTTP as one consistent state: when it changes during the pull, the pull
 * starts again. Throws DirectoryPullError on any error and on any count that does not agree with what was read.
 */
export async function pullDirectory(url: string): Promise<DirectorySnapshot> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await pullStatus(url)
    const reference = await requestDocument(url, directoryReferenceDocument, {}, referenceAnswer)
    const accounts = await pullAccounts(url)
    const after = await pullStatus(url)
    if (before.version !== after.version || before.digest !== after.digest) continue
    const snapshot = {
      status: after,
      components: reference.directoryComponents,
      platforms: reference.directoryPlatforms,
      accounts,
      archivedListings: reference.directoryArchivedListings,
      guidancePages: reference.guidancePages,
    }
    requireAgreement(snapshot)
    return snapshot
  }
  throw new DirectoryPullError(`the directory changed during each of ${attempts} attempts to read it`)
}

async function pullStatus(url: string): Promise<Status> {
  const answer = await requestDocument(url, directoryStatusDocument, {}, statusAnswer)
  return answer.directoryStatus
}

async function pullAccounts(url: string): Promise<Account[]> {
  const accounts: Account[] = []
  let after: string | null = null
  for (;;) {
    const variables = { first: pageSize, after }
    const page: ResultOf<typeof directoryAccountsDocument> = await requestDocument(
      url,
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
