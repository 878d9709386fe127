import type { Directory, DirectoryEntry, DirectoryStatus } from './directory.ts'
import { findLookalikes, type Lookalike } from './lookalike.ts'
import type { NoAccountReason } from './platform-rules.ts'
import { identify, type IdentifiedAccount, type Identification } from './profile-url.ts'
import { standingOn } from './standing.ts'
import { statusMessage, type VerifyMessage } from './verify-message.ts'

export type VerificationOutcome =
  DirectoryStatus | 'NOT_LISTED' | 'PROHIBITED_PLATFORM' | 'NOT_AN_ACCOUNT' | 'UNKNOWN_PLATFORM'

export interface Verification {
  readonly refused: false
  readonly outcome: VerificationOutcome
  readonly canonicalKey: string | null
  readonly platform: string | null
  readonly entry: DirectoryEntry | null
  /** Every listed account that a bare handle names, the answered one first; else at most one. */
  readonly matches: readonly DirectoryEntry[]
  /** Since when the outcome holds; null when not known, and for imported accounts (see `listedOn`). */
  readonly since: string | null
  readonly listedOn: string | null
  readonly lastConfirmedOn: string | null
  readonly source: string | null
  /** Slug of the account that took over. */
  readonly successor: string | null
  readonly similar: readonly Lookalike<DirectoryEntry>[]
  /** What was understood of the input; several for a bare handle, none when there is no account in it. */
  readonly understood: readonly IdentifiedAccount[]
  readonly message: VerifyMessage
}

/** No answer for that day: `date` is the first (or last) day that can be asked about. */
export interface DateRefusal {
  readonly refused: true
  readonly code: 'BEFORE_FIRST_KNOWN_DATE' | 'AFTER_LAST_KNOWN_DATE' | 'INVALID_DATE'
  readonly date: string | null
  readonly message: VerifyMessage
}

const shownLookalikes = 5
const statusRank = { OFFICIAL: 0, SUSPENDED: 1, FORMERLY_OFFICIAL: 2 } as const satisfies Record<
  DirectoryStatus,
  number
>

/**
 * Says whether the directory lists what a person pasted, today or on a day (`YYYY-MM-DD`). Only an
 * entry with the same platform and canonical key answers for an account. A bare handle answers for the
 * platforms on which it is listed: with an official one when there is one, and with all in `matches`,
 * because the same name elsewhere may be anyone's. A released handle is FORMERLY_OFFICIAL from the day
 * of its release.
 */
export function verify(
  input: string,
  directory: Directory,
  options: { readonly on?: string } = {},
): Verification | DateRefusal {
  const refusal = options.on === undefined ? null : refuseDate(options.on, directory)
  if (refusal) return refusal
  const found = identify(input, directory.platforms)
  switch (found.outcome) {
    case 'ACCOUNT':
      return answer({ accounts: [found], isBareHandle: false }, directory, options.on)
    case 'HANDLE':
      return answer({ accounts: found.candidates, isBareHandle: true }, directory, options.on)
    default:
      return withoutAccount(found, directory)
  }
}

function refuseDate(on: string, { firstKnownOn, asOf }: Directory): DateRefusal | null {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(on))
    return dateRefusal('INVALID_DATE', on, null)
  if (firstKnownOn !== null && on < firstKnownOn)
    return dateRefusal('BEFORE_FIRST_KNOWN_DATE', on, firstKnownOn)
  return asOf !== null && on > asOf ? dateRefusal('AFTER_LAST_KNOWN_DATE', on, asOf) : null
}

function dateRefusal(code: DateRefusal['code'], on: string, date: string | null): DateRefusal {
  return { refused: true, code, date, message: { code, parameters: { on, date: date ?? '' } } }
}

interface Understood {
  readonly accounts: readonly IdentifiedAccount[]
  readonly isBareHandle: boolean
}

interface Match {
  readonly account: IdentifiedAccount
  readonly entry: DirectoryEntry
  readonly status: DirectoryStatus
}

function answer(
  understood: Understood,
  directory: Directory,
  on: string | undefined,
): Verification | DateRefusal {
  const matches: Match[] = []
  const unknownBefore: string[] = []
  for (const account of understood.accounts) {
    const entry = directory.find(account.platform, account.canonicalKey)
    if (!entry) continue
    const { status, knownFrom } = standingOn(entry, on)
    if (status === null) unknownBefore.push(knownFrom)
    else matches.push({ account, entry, status })
  }
  const rank = ({ status, entry }: Match) => 3 * statusRank[status] + statusRank[entry.status]
  matches.sort((a, b) => rank(a) - rank(b))
  const best = matches[0]
  if (best) return listed(best, matches, understood, directory, on)
  const firstDay = unknownBefore.toSorted()[0]
  return firstDay === undefined || on === undefined
    ? notListed(understood, directory)
    : dateRefusal('BEFORE_FIRST_KNOWN_DATE', on, firstDay)
}

function listed(
  { account, entry, status }: Match,
  matches: readonly Match[],
  { accounts, isBareHandle }: Understood,
  directory: Directory,
  on: string | undefined,
): Verification {
  const others = isBareHandle ? matches.map((match) => platformName(directory, match.entry.platform)) : []
  return {
    ...nothingFound,
    outcome: status,
    canonicalKey: account.canonicalKey,
    platform: account.platform,
    entry,
    matches: matches.map((match) => match.entry),
    since: since(entry, status),
    listedOn: entry.listedOn,
    lastConfirmedOn: entry.lastConfirmedOn,
    source: entry.source,
    successor: entry.successor,
    understood: accounts,
    message: statusMessage(entry, status, { platform: platformName(directory, entry.platform), others, on }),
  }
}

function since(entry: DirectoryEntry, status: DirectoryStatus): string | null {
  if (status === 'SUSPENDED') return entry.suspendedOn
  if (status === 'FORMERLY_OFFICIAL') return entry.formerHandle ? entry.until : entry.retiredOn
  return entry.source === null ? entry.officialSince : null
}

function notListed({ accounts, isBareHandle }: Understood, directory: Directory): Verification {
  const single = isBareHandle ? undefined : accounts[0]
  const handle = accounts[0]?.handle ?? ''
  const similar = findLookalikes(
    { platform: single?.platform ?? null, key: single?.canonicalKey ?? handle },
    directory.lookalikes,
    shownLookalikes,
  )
  const archived = accounts
    .map(({ platform, canonicalKey }) => directory.archived(platform, canonicalKey))
    .find((listing) => listing !== undefined)
  const platform = platformName(directory, archived?.platform ?? single?.platform ?? '')
  return {
    ...nothingFound,
    outcome: 'NOT_LISTED',
    canonicalKey: single?.canonicalKey ?? null,
    platform: single?.platform ?? null,
    source: archived?.source ?? null,
    listedOn: archived?.listedOn ?? null,
    similar,
    understood: accounts,
    message: archived
      ? {
          code: 'NOT_LISTED_ARCHIVED',
          parameters: { handle, platform, source: archived.source, date: archived.listedOn },
        }
      : notListedMessage(handle, platform, similar, directory),
  }
}

function notListedMessage(
  handle: string,
  platform: string,
  similar: readonly Lookalike<DirectoryEntry>[],
  directory: Directory,
): VerifyMessage {
  const nearest = similar[0]
  const code = platform === '' ? 'HANDLE_NOT_LISTED' : 'NOT_LISTED'
  if (!nearest) return { code, parameters: { handle, platform } }
  const { entry, reason } = nearest
  const isSameName = reason === 'SAME_NAME_OTHER_FORM' || reason === 'SAME_NAME_OTHER_PLATFORM'
  return {
    code: isSameName ? `${code}_SAME_NAME` : `${code}_SIMILAR`,
    parameters: {
      handle,
      platform,
      similar: entry.handle,
      similarPlatform: platformName(directory, entry.platform),
    },
  }
}

function withoutAccount(
  found: Exclude<Identification, { outcome: 'ACCOUNT' } | { outcome: 'HANDLE' }>,
  directory: Directory,
): Verification {
  if (found.outcome === 'UNKNOWN_PLATFORM') {
    return {
      ...nothingFound,
      outcome: 'UNKNOWN_PLATFORM',
      message: { code: 'UNKNOWN_PLATFORM', parameters: {} },
    }
  }
  const platform = platformName(directory, found.platform ?? '')
  if (found.outcome === 'PROHIBITED_PLATFORM') {
    const { canonicalKey } = found
    const message: VerifyMessage = { code: 'PROHIBITED_PLATFORM', parameters: { platform } }
    return {
      ...nothingFound,
      outcome: 'PROHIBITED_PLATFORM',
      canonicalKey,
      platform: found.platform,
      message,
    }
  }
  const similar =
    found.reason === 'MALFORMED' && found.text !== null
      ? findLookalikes({ platform: found.platform, key: found.text }, directory.lookalikes, shownLookalikes)
      : []
  return {
    ...nothingFound,
    outcome: 'NOT_AN_ACCOUNT',
    platform: found.platform,
    similar,
    message: noAccountMessage(found.reason, platform, similar[0]?.entry, directory),
  }
}

function noAccountMessage(
  reason: NoAccountReason,
  platform: string,
  similar: DirectoryEntry | undefined,
  directory: Directory,
): VerifyMessage {
  if (!similar) return { code: reason, parameters: { platform } }
  const similarPlatform = platformName(directory, similar.platform)
  return { code: 'MALFORMED_SIMILAR', parameters: { platform, similar: similar.handle, similarPlatform } }
}

function platformName({ platforms }: Directory, slug: string): string {
  return platforms.find((platform) => platform.slug === slug)?.name ?? slug
}

const nothingFound = {
  refused: false,
  canonicalKey: null,
  platform: null,
  entry: null,
  matches: [],
  since: null,
  listedOn: null,
  lastConfirmedOn: null,
  source: null,
  successor: null,
  similar: [],
  understood: [],
} as const
