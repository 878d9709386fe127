import { identify } from '../directory/profile-url.ts'
import { invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import type { ModerationAccount } from './moderation.ts'

// A handle, an e-mail address, and how one platform writes its people. Full-width signs count as the plain ones.
const HANDLE = /@|(?:^|[\s(/])u\/[\p{L}\p{N}_-]{2,}/iu
// An address with or without its scheme: a host with a dot and something behind it.
const ADDRESS = /(?:[a-z][a-z0-9+.-]*:\/\/|\bwww\.)\S+|\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\/\S+/giu
const GOVERNMENT = /^[a-z0-9.-]+\.(?:gov|mil)$/
const OPAQUE = /^[\p{L}\p{N}._:#=&-]+$/u
const DIGIT = /\p{N}/u

/**
 * Null when a text of a record of moderation, called `what`, names no member of the public as far as it shows: no
 * handle, no e-mail address, and no address but the government's own (IV.C.2). Names need the Chief Privacy Officer's
 * approval.
 */
export function checkNamesNobody(what: string, text: string | null): Refusal | null {
  if (text === null) return null
  const plain = text.normalize('NFKC')
  if (HANDLE.test(plain)) {
    return policyRefusal(
      `${what} names no member of the public: leave out handles and e-mail addresses.`,
      'IV.C.2',
    )
  }
  const foreign = [...plain.matchAll(ADDRESS)].some(([address]) => !isGovernment(address))
  return foreign
    ? policyRefusal(`${what} names no member of the public: leave out addresses on platforms.`, 'IV.C.2')
    : null
}

function isGovernment(address: string): boolean {
  const text = address.includes('://') ? address : `https://${address}`
  return URL.canParse(text) && GOVERNMENT.test(new URL(text).hostname)
}

/**
 * Null when a text is the platform's own reference: a number or a code, or an address on the account itself. Somebody
 * else's address or handle is refused (IV.C.2).
 */
export function checkReference(
  reference: string,
  { platform, canonicalKey }: Pick<ModerationAccount, 'platform' | 'canonicalKey'>,
): Refusal | null {
  const plain = reference.normalize('NFKC')
  if (/\s/u.test(plain)) {
    return invalidInput('platformReference', 'The platform’s own number, code or address, without words.')
  }
  if (/[/?]/.test(plain)) return checkAddress(plain, platform, canonicalKey)
  if (HANDLE.test(plain) || !DIGIT.test(plain)) return named()
  return OPAQUE.test(plain)
    ? null
    : invalidInput('platformReference', 'The platform’s own number, code or address.')
}

function checkAddress(
  address: string,
  platform: ModerationAccount['platform'],
  canonicalKey: string,
): Refusal | null {
  if (platform === null || !address.startsWith('https://')) {
    return invalidInput('platformReference', 'The platform’s number or code, or an address with https://.')
  }
  const found = identify(address, [platform])
  const isOwn = found.outcome === 'ACCOUNT' && found.canonicalKey === canonicalKey
  if (isOwn && found.form === 'POST_LINK' && address.split('@').length <= 2) return null
  if (found.outcome === 'ACCOUNT') return named()
  // A post that the platform gives a number and no owner, such as a photo.
  return found.outcome === 'NOT_AN_ACCOUNT' && found.reason === 'POST_WITHOUT_OWNER' && !HANDLE.test(address)
    ? null
    : invalidInput('platformReference', `An address of a post on ${platform.name}, or its number or code.`)
}

function named(): Refusal {
  return policyRefusal(
    'The platform’s reference reads as somebody’s name or profile: give the number or code of the comment or of the block.',
    'IV.C.2',
  )
}
