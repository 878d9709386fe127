import type { IdentityPlatform, NoAccountReason } from '../directory/platform-rules.ts'
import { identify, type IdentifiedAccount, type Identification } from '../directory/profile-url.ts'
import type { RowCandidate } from './row-candidate.ts'

/** A platform as a row may name it. */
export interface RowPlatform {
  readonly id: string
  readonly name: string
  readonly alsoCalled: readonly string[]
  /** Whether an account may be made on it: by this import's decision, or because it is approved. */
  readonly usable: boolean
  /** Null for a tool, on which there are no accounts. */
  readonly identity: IdentityPlatform | null
}

/** All platforms, prepared once for the thousands of rows read against them. */
export interface PlatformBook {
  readonly platforms: readonly RowPlatform[]
  readonly identities: readonly IdentityPlatform[]
}

/** Prepares the platforms a file's rows are read against. */
export function platformBook(platforms: readonly RowPlatform[]): PlatformBook {
  return { platforms, identities: platforms.flatMap(({ identity }) => (identity ? [identity] : [])) }
}

/** Why a row is no account of an office. */
export type RejectionCode =
  | 'UNKNOWN_STATUS'
  | 'UNKNOWN_PLATFORM'
  | 'PROHIBITED_PLATFORM'
  | 'TOOL_WITHOUT_ACCOUNTS'
  | 'HOST_DOES_NOT_MATCH'
  | 'PERSONAL_PROFILE'
  | 'GROUP'
  | 'NO_ACCOUNT_IN_URL'
  | 'HANDLE_DOES_NOT_MATCH'
  | 'PLATFORM_NOT_USABLE'
  | 'REJECTED_ON_REVIEW'

/** The account a row is about, or why there is none. */
export type RowIdentity =
  | { readonly found: true; readonly platform: RowPlatform; readonly account: IdentifiedAccount }
  | {
      readonly found: false
      readonly code: RejectionCode
      readonly reason: string
      readonly platformId: string | null
    }

/** Finds the account a row is about: by its address, which has to be on the platform that the row states. */
export function identifyRow(candidate: RowCandidate, { platforms, identities }: PlatformBook): RowIdentity {
  if (candidate.status === null) {
    return reject('UNKNOWN_STATUS', 'The status column says neither published nor archived.', null)
  }
  const stated = findPlatform(candidate.platformName, platforms)
  if (!stated)
    return reject('UNKNOWN_PLATFORM', `No platform is known as “${short(candidate.platformName)}”.`, null)
  if (!stated.identity)
    return reject('TOOL_WITHOUT_ACCOUNTS', `${stated.name} is a tool; there are no accounts on it.`, stated)
  const identified = identify(candidate.url, identities)
  const problem = problemWith(identified, stated, platforms)
  if (problem || identified.outcome !== 'ACCOUNT')
    return problem ?? reject(...noAccount('NO_ACCOUNT'), stated)
  if (candidate.handle !== null && candidate.handle.toLowerCase() !== identified.handle.toLowerCase()) {
    return reject(
      'HANDLE_DOES_NOT_MATCH',
      `The row names the handle ${short(candidate.handle)}, its address ${short(identified.handle)}.`,
      stated,
    )
  }
  return { found: true, platform: stated, account: identified }
}

function problemWith(
  identified: Identification,
  stated: RowPlatform,
  platforms: readonly RowPlatform[],
): RowIdentity | null {
  const slug = 'platform' in identified ? identified.platform : null
  if (stated.identity?.prohibited || identified.outcome === 'PROHIBITED_PLATFORM') {
    const named = platforms.find(({ identity }) => identity?.slug === slug && identity.prohibited) ?? stated
    return reject('PROHIBITED_PLATFORM', `${named.name} is prohibited by statute (V.B.1).`, named)
  }
  if (identified.outcome === 'UNKNOWN_PLATFORM' || (slug !== null && slug !== stated.identity?.slug)) {
    const other = platforms.find(({ identity }) => identity?.slug === slug)
    const where = other ? `is on ${other.name}` : 'is on no host known here'
    return reject('HOST_DOES_NOT_MATCH', `The row says ${stated.name}; its address ${where}.`, stated)
  }
  return identified.outcome === 'NOT_AN_ACCOUNT' ? reject(...noAccount(identified.reason), stated) : null
}

function noAccount(reason: NoAccountReason): [RejectionCode, string] {
  switch (reason) {
    case 'PERSONAL_PROFILE':
      return ['PERSONAL_PROFILE', 'The address is a personal profile, which no office runs (V.B.8).']
    case 'GROUP':
      return ['GROUP', 'The address is a group and no account under the department’s control (V.B.8).']
    case 'POST_WITHOUT_OWNER':
      return ['NO_ACCOUNT_IN_URL', 'The address is a post that does not say whose account it is.']
    case 'RESERVED':
    case 'NO_ACCOUNT':
    case 'MALFORMED':
      return ['NO_ACCOUNT_IN_URL', 'There is no account in the address.']
  }
}

function findPlatform(name: string, platforms: readonly RowPlatform[]): RowPlatform | undefined {
  const wanted = name.toLowerCase()
  return platforms.find((platform) =>
    [platform.name, ...platform.alsoCalled].some((known) => known.toLowerCase() === wanted),
  )
}

function reject(code: RejectionCode, reason: string, platform: RowPlatform | null): RowIdentity {
  return { found: false, code, reason, platformId: platform?.id ?? null }
}

function short(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}
