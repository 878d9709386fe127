import { isHostOf, matchAddress, matchHandle, type PlaceValues } from './match-pattern.ts'
import { fillTemplate } from './pattern-template.ts'
import type { AccountKind, IdentityPlatform, NoAccountReason } from './platform-rules.ts'
import { decodeSegments, readInput, type Address } from './read-input.ts'

export interface IdentifiedAccount {
  /** The platform's slug. */
  readonly platform: string
  /** Equal for every spelling of one account and different for two accounts of the platform. */
  readonly canonicalKey: string
  /** As the input writes it, without `@`. */
  readonly handle: string
  readonly canonicalUrl: string
  readonly form: 'PROFILE_URL' | 'POST_LINK' | 'HANDLE'
}

export type Identification =
  | ({ readonly outcome: 'ACCOUNT' } & IdentifiedAccount)
  | { readonly outcome: 'HANDLE'; readonly handle: string; readonly candidates: readonly IdentifiedAccount[] }
  | NotAnAccount
  | { readonly outcome: 'UNKNOWN_PLATFORM' }
  | {
      readonly outcome: 'PROHIBITED_PLATFORM'
      readonly platform: string
      readonly canonicalKey: string | null
    }

export interface NotAnAccount {
  readonly outcome: 'NOT_AN_ACCOUNT'
  readonly platform: string | null
  readonly reason: NoAccountReason
  /** What stood where a handle should, for the look-alike check; null when nothing did. */
  readonly text: string | null
}

/**
 * Says which account a profile URL, post link or handle names, by the platforms' rules alone: nothing
 * is fetched, and a host counts only when the rules name it. A bare handle is ambiguous and answers
 * with one candidate for each platform that could have it, unless `options.platform` settles which.
 * `options.platform` never overrides an address: the caller compares. Never throws.
 */
export function identify(
  input: string,
  platforms: readonly IdentityPlatform[],
  options: { readonly platform?: string } = {},
): Identification {
  const read = readInput(input)
  switch (read.form) {
    case 'MALFORMED':
      return notAnAccount(null, 'MALFORMED', read.text)
    case 'NO_HOST':
      return { outcome: 'UNKNOWN_PLATFORM' }
    case 'HANDLE':
      return identifyHandle(read.handle, platforms, options.platform)
    case 'ADDRESS':
      return identifyAddress(read.address, platforms)
  }
}

function identifyAddress(address: Address, platforms: readonly IdentityPlatform[]): Identification {
  const platform =
    platforms.find(({ rules }) => isHostOf(rules, address.host, true)) ??
    platforms.find(({ rules }) => isHostOf(rules, address.host, false))
  if (!platform) return { outcome: 'UNKNOWN_PLATFORM' }
  const found = address.irregular ? notAnAccount(null, 'MALFORMED', null) : accountAt(address, platform)
  if (!platform.prohibited) return found
  const canonicalKey = found.outcome === 'ACCOUNT' ? found.canonicalKey : null
  return { outcome: 'PROHIBITED_PLATFORM', platform: platform.slug, canonicalKey }
}

function accountAt(address: Address, { slug, rules }: IdentityPlatform): Identification {
  const isHashBang = rules.hashBang === true && address.path === '/' && address.hashBang !== null
  const segments = decodeSegments(isHashBang ? (address.hashBang ?? '') : address.path)
  if (segments === null) return notAnAccount(slug, 'MALFORMED', null)
  const match = matchAddress(rules, { host: address.host, segments, query: address.query })
  if (!match.fits) {
    return match.fault === 'FOREIGN_HOST'
      ? { outcome: 'UNKNOWN_PLATFORM' }
      : notAnAccount(slug, match.fault, match.text)
  }
  const { means, kind } = match.pattern
  if (means !== 'ACCOUNT' && means !== 'POST') return notAnAccount(slug, means, null)
  const template = rules.kinds[kind ?? '']
  return template
    ? {
        outcome: 'ACCOUNT',
        ...writeAccount(slug, template, match.values, address.host),
        form: means === 'POST' ? 'POST_LINK' : 'PROFILE_URL',
      }
    : notAnAccount(slug, 'NO_ACCOUNT', null)
}

function identifyHandle(
  handle: string,
  platforms: readonly IdentityPlatform[],
  wanted: string | undefined,
): Identification {
  const asked = platforms.filter(({ slug, prohibited }) =>
    wanted === undefined ? !prohibited : slug === wanted,
  )
  const candidates = asked.flatMap((platform) => handleOn(platform, handle))
  const only = candidates[0]
  if (wanted !== undefined || handle.includes('@')) {
    if (!only) return wanted === undefined ? { outcome: 'UNKNOWN_PLATFORM' } : noHandleOn(asked[0], handle)
    return asked.some(({ slug, prohibited }) => prohibited && slug === only.platform)
      ? { outcome: 'PROHIBITED_PLATFORM', platform: only.platform, canonicalKey: only.canonicalKey }
      : { outcome: 'ACCOUNT', ...only }
  }
  return only ? { outcome: 'HANDLE', handle, candidates } : notAnAccount(null, 'MALFORMED', handle)
}

function noHandleOn(platform: IdentityPlatform | undefined, handle: string): Identification {
  if (!platform) return { outcome: 'UNKNOWN_PLATFORM' }
  if (platform.prohibited)
    return { outcome: 'PROHIBITED_PLATFORM', platform: platform.slug, canonicalKey: null }
  const reading = matchHandle(platform.rules, handle)
  if (reading?.fault === 'FOREIGN_HOST') return { outcome: 'UNKNOWN_PLATFORM' }
  return notAnAccount(platform.slug, reading?.fault === 'RESERVED' ? 'RESERVED' : 'MALFORMED', handle)
}

function handleOn({ slug, rules }: IdentityPlatform, handle: string): IdentifiedAccount[] {
  const reading = matchHandle(rules, handle)
  const template = rules.kinds[rules.bareHandle?.kind ?? '']
  if (!reading || reading.fault !== null || !template) return []
  return [{ ...writeAccount(slug, template, reading.values, rules.hosts[0] ?? ''), form: 'HANDLE' }]
}

function writeAccount(
  platform: string,
  template: AccountKind,
  { shown, identity }: PlaceValues,
  host: string,
): Omit<IdentifiedAccount, 'form'> {
  const encoded = [...identity].map(([name, value]): [string, string] => [name, encodePlace(value)])
  return {
    platform,
    canonicalKey: fillTemplate(template.key, new Map([...identity, ['host', host]])),
    handle: fillTemplate(template.handle, new Map([...shown, ['host', host]])),
    canonicalUrl: fillTemplate(template.url, new Map([...encoded, ['host', host]])),
  }
}

function encodePlace(value: string): string {
  return encodeURIComponent(value).replaceAll('%40', '@').replaceAll('%3A', ':')
}

function notAnAccount(platform: string | null, reason: NoAccountReason, text: string | null): NotAnAccount {
  return { outcome: 'NOT_AN_ACCOUNT', platform, reason, text }
}
