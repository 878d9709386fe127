import type { AccountState } from '../account/account.ts'
import type { ListingStatus } from './row-candidate.ts'

export type HeldReason = 'NAMED_AFTER_PERSON' | 'CONFLICTS_WITH_SOURCE' | 'COMPONENT_UNKNOWN'

/** What exactly a held row waits for; one `HeldReason` has several. */
export type HeldCode =
  | 'NAMED_AFTER_PERSON'
  | 'COMPONENT_UNKNOWN'
  | 'OTHER_COMPONENT'
  | 'ARCHIVED_BUT_LISTED_HERE'
  | 'PUBLISHED_BUT_ARCHIVED_ELSEWHERE'
  | 'FORMER_HANDLE'
  | 'OTHER_STATE_HERE'

export const HELD_REASONS = {
  NAMED_AFTER_PERSON: 'NAMED_AFTER_PERSON',
  COMPONENT_UNKNOWN: 'COMPONENT_UNKNOWN',
  OTHER_COMPONENT: 'CONFLICTS_WITH_SOURCE',
  ARCHIVED_BUT_LISTED_HERE: 'CONFLICTS_WITH_SOURCE',
  PUBLISHED_BUT_ARCHIVED_ELSEWHERE: 'CONFLICTS_WITH_SOURCE',
  FORMER_HANDLE: 'CONFLICTS_WITH_SOURCE',
  OTHER_STATE_HERE: 'CONFLICTS_WITH_SOURCE',
} as const satisfies Record<HeldCode, HeldReason>

/** Whether a code says that a row was held. */
export function isHeldCode(code: string): code is HeldCode {
  return Object.hasOwn(HELD_REASONS, code)
}

/** An account of this identity, as far as a row is compared with it. Days are YYYY-MM-DD. */
export interface KnownAccount {
  readonly id: string
  readonly state: AccountState
  readonly componentId: string
  readonly componentCode: string
  readonly title: string
  readonly language: string | null
  readonly source: string | null
  readonly listedOn: string | null
  readonly imported: boolean
  /** When an office confirmed it here; what an office confirmed, no register overwrites. */
  readonly confirmedOn: string | null
}

/** What a person decided on an earlier row of this identity that was held for the same thing, or that it waits. */
export interface EarlierReview {
  readonly code: HeldCode
  readonly status: ListingStatus
  readonly resolution: 'OPEN' | 'ACCEPTED' | 'REJECTED'
  readonly resolvedOn: string | null
}

/** The first row of this file that names an identity with a status. */
export interface EarlierRow {
  readonly rowNumber: number
  readonly status: ListingStatus
  readonly held: boolean
}

/** Everything known of one identity at the moment its row is judged. */
export interface KnownIdentity {
  /** The live account, else the one that ended last. */
  readonly account: KnownAccount | null
  /** The account that has this as a second address, or had it as a handle. */
  readonly alias: { readonly accountId: string; readonly former: boolean } | null
  /** The newest row of a register that says archived. */
  readonly archived: { readonly source: string; readonly listedOn: string | null } | null
  readonly reviews: readonly EarlierReview[]
  readonly rows: readonly EarlierRow[]
}

/** Nothing is known of it yet. */
export const UNKNOWN_IDENTITY: KnownIdentity = {
  account: null,
  alias: null,
  archived: null,
  reviews: [],
  rows: [],
}

/** Whether a day is later than another; an unknown day is neither. */
export function isLater(day: string | null, than: string | null): boolean {
  return day !== null && than !== null && day > than
}
