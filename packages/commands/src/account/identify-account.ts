import { toAccountPlatform } from '@official-accounts/db/facts/account-facts'
import type { Tx } from '@official-accounts/db/transaction'
import type { AccountPlatform } from '@official-accounts/domain/account/account'
import { checkIdentity } from '@official-accounts/domain/account/request-rules'
import { policyRefusal, type Refusal } from '@official-accounts/domain/errors'
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
export async function identifyAccount(tx: Tx, profileUrl: string): Promise<NamedAccount> {
  const identification = identify(profileUrl, await identityPlatforms(tx))
  switch (identification.outcome) {
    case 'ACCOUNT':
      return {
        found: true,
        slug: identification.platform,
        account: identification,
        platform: await lockPlatform(tx, identification.platform),
      }
    case 'PROHIBITED_PLATFORM':
      return { found: false, refusal: prohibited(await lockPlatform(tx, identification.platform)) }
    case 'NOT_AN_ACCOUNT':
      return { found: false, refusal: checkIdentity(identification.reason) }
    case 'HANDLE':
      return { found: false, refusal: checkIdentity('HANDLE') }
    case 'UNKNOWN_PLATFORM':
      return {
        found: false,
        refusal: policyRefusal(
          'This address is on no platform known here. Propose the platform first.',
          'V.B.1',
          'IV.A.2',
        ),
      }
  }
}

async function lockPlatform(tx: Tx, slug: string): Promise<AccountPlatform> {
  await tx.$queryRaw`SELECT id FROM platform WHERE slug = ${slug} FOR SHARE`
  const row = await tx.platform.findFirstOrThrow({
    where: { slug },
    select: {
      id: true,
      name: true,
      state: true,
      kind: true,
      personalLoginRequired: true,
      prohibitedByLaw: true,
    },
  })
  return toAccountPlatform(row)
}

function prohibited(platform: AccountPlatform): Refusal {
  const law = platform.prohibitedByLaw ? ` (${platform.prohibitedByLaw})` : ''
  return policyRefusal(
    `${platform.name} is prohibited by statute${law}; no exception reaches it.`,
    'V.B.1',
    'V.A.2',
  )
}
