import { toAccountPlatform } from '@official-accounts/db/facts/account-facts'
import { sharePlatformRow } from '@official-accounts/db/facts/platform-row'
import type { Tx } from '@official-accounts/db/transaction'
import type { AccountPlatform } from '@official-accounts/domain/account/account'
import { checkIdentity } from '@official-accounts/domain/account/request-rules'
import { policyRefusal, type Refusal } from '@official-accounts/domain/errors'
import { isOnHost, toolHosts } from '@official-accounts/domain/platform/platform-proposal'
import { refuseTool } from '@official-accounts/domain/platform/platform-rules'
import { parsePlatformRules } from '@official-accounts/domain/directory/parse-platform-rules'
import type { IdentityPlatform } from '@official-accounts/domain/directory/platform-rules'
import { identify, type IdentifiedAccount } from '@official-accounts/domain/directory/profile-url'

/** The platform and account an address names, or why it names none. */
export type NamedAccount =
  | {
      readonly found: true
      readonly platform: AccountPlatform
      readonly slug: string
      readonly account: IdentifiedAccount
      /** The live account that has this identity, if there is one. */
      readonly holderId: string | null
    }
  | { readonly found: false; readonly refusal: Refusal }

/** Reads every platform's identity rules; a platform without valid rules takes no part. */
export async function identityPlatforms(tx: Pick<Tx, 'platform'>): Promise<readonly IdentityPlatform[]> {
  const rows = await tx.platform.findMany({
    where: { kind: 'PROFILE' },
    select: { slug: true, name: true, state: true, rules: true },
    orderBy: { slug: 'asc' },
  })
  return rows.flatMap(({ slug, name, state, rules }) => {
    const { rules: valid } = parsePlatformRules(rules)
    return valid ? [{ slug, name, prohibited: state === 'PROHIBITED', rules: valid }] : []
  })
}

/** Which account an address names, its platform's row shared so that its approval cannot change meanwhile. */
export async function identifyAccount(
  tx: Tx,
  profileUrl: string,
  platforms?: readonly IdentityPlatform[],
): Promise<NamedAccount> {
  const identification = identify(profileUrl, platforms ?? (await identityPlatforms(tx)))
  switch (identification.outcome) {
    case 'ACCOUNT': {
      const { platform: slug, canonicalKey } = identification
      return { found: true, slug, account: identification, ...(await sharePlatform(tx, slug, canonicalKey)) }
    }
    case 'PROHIBITED_PLATFORM': {
      const { platform } = await sharePlatform(tx, identification.platform, null)
      return { found: false, refusal: prohibited(platform) }
    }
    case 'NOT_AN_ACCOUNT':
      return { found: false, refusal: checkIdentity(identification.reason) }
    case 'HANDLE':
      return { found: false, refusal: checkIdentity('HANDLE') }
    case 'UNKNOWN_PLATFORM':
      return { found: false, refusal: await refuseUnknown(tx, profileUrl) }
  }
}

// A tool is known, and has no accounts: to propose it first would lead nowhere.
async function refuseUnknown(tx: Tx, profileUrl: string): Promise<Refusal> {
  const tools = await tx.platform.findMany({
    relationLoadStrategy: 'join',
    where: { kind: 'TOOL' },
    select: { name: true, homepageUrl: true, hosts: { select: { host: true } } },
    orderBy: { slug: 'asc' },
  })
  const tool = tools.find(({ homepageUrl, hosts }) =>
    isOnHost(
      profileUrl,
      toolHosts(
        homepageUrl,
        hosts.map(({ host }) => host),
      ),
    ),
  )
  return tool
    ? refuseTool(tool.name)
    : policyRefusal(
        'This address is on no platform known here. Propose the platform first.',
        'V.B.1',
        'IV.A.2',
      )
}

async function sharePlatform(tx: Tx, slug: string, canonicalKey: string | null) {
  const { holderId, ...row } = await sharePlatformRow(tx, slug, canonicalKey)
  return { platform: toAccountPlatform(row), holderId }
}

function prohibited(platform: AccountPlatform): Refusal {
  const law = platform.prohibitedByLaw ? ` (${platform.prohibitedByLaw})` : ''
  return policyRefusal(
    `${platform.name} is prohibited by statute${law}; no exception reaches it.`,
    'V.B.1',
    'V.A.2',
  )
}
