import { identify } from '@official-accounts/domain/directory/profile-url'
import type { NoAccountReason } from '@official-accounts/domain/directory/platform-rules'
import type { PlatformState } from '@official-accounts/domain/platform/platform'
import { isOnHost } from '@official-accounts/domain/platform/platform-proposal'
import { enumWords } from '../../ui/words.ts'
import type { KnownServices } from './account-request.ts'

/** What an address means to the requester: the account it names, or what is wrong with it. */
export type AddressReading =
  | { readonly kind: 'NOTHING' }
  | { readonly kind: 'PROBLEM'; readonly message: string }
  | {
      readonly kind: 'ACCOUNT'
      readonly platform: string
      readonly platformName: string
      readonly handle: string
      readonly canonicalKey: string
      readonly canonicalUrl: string
      /** Why no request is possible on this platform now; null when one is. */
      readonly warning: string | null
    }

const NO_ACCOUNT: Readonly<Record<NoAccountReason, string>> = {
  PERSONAL_PROFILE: 'This is a personal profile. Official accounts stay apart from personal ones (V.B.8).',
  GROUP: 'This is a group, not an account under the department’s control (V.B.8).',
  POST_WITHOUT_OWNER: 'This is a post, and its address does not say whose. Paste the address of the profile.',
  RESERVED: 'The platform keeps this name for itself.',
  NO_ACCOUNT: 'There is no account in this address.',
  MALFORMED: 'This is no address that can be read. Paste it whole, from https:// on.',
}

/** Reads an address by the platforms' own rules; the server reads it again by the same. */
export function readAddress(input: string, { platforms, tools }: KnownServices): AddressReading {
  if (input.trim() === '') return { kind: 'NOTHING' }
  const found = identify(input, platforms)
  switch (found.outcome) {
    case 'ACCOUNT': {
      const platform = platforms.find(({ slug }) => slug === found.platform)
      const platformName = platform?.name ?? found.platform
      const warning = platform ? stateWarning(platformName, platform.state) : null
      return { kind: 'ACCOUNT', ...found, platformName, warning }
    }
    case 'HANDLE':
      return problem('A handle alone does not say which platform. Paste the whole address.')
    case 'NOT_AN_ACCOUNT':
      return problem(NO_ACCOUNT[found.reason])
    case 'UNKNOWN_PLATFORM':
      return problem(unknownWords(input, tools))
    case 'PROHIBITED_PLATFORM':
      return problem('Statute prohibits this platform; no exception reaches it (V.B.1).')
  }
}

// A tool is known, and hosts no accounts: to propose it as a platform would lead nowhere.
function unknownWords(input: string, tools: KnownServices['tools']): string {
  const tool = tools.find(({ domains }) => isOnHost(addressIn(input), domains))
  return tool
    ? `${tool.name} is a tool that hosts no accounts: there is nothing to request on it (IV.A.2).`
    : 'This address is on no platform known here. Propose the platform first (IV.A.2).'
}

// People paste addresses without what stands before them.
function addressIn(input: string): string {
  const typed = input.trim()
  return /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
}

function problem(message: string): AddressReading {
  return { kind: 'PROBLEM', message }
}

function stateWarning(name: string, state: PlatformState): string | null {
  if (state === 'APPROVED') return null
  return `${name} is ${enumWords(state).toLowerCase()}, not approved for use: a request will be refused (V.B.1, IV.A.2).`
}
