import type { AccountFacts, AccountState, UseCategory } from '../account/account.ts'
import type { ClauseId } from '../directive/clauses.ts'
import type { GrantedException } from '../exception/exception.ts'
import type { PlatformState, ReviewKind, ReviewOutcome } from '../platform/platform.ts'

export const SUBJECT_KINDS = ['ACCOUNT', 'PLATFORM', 'COMPONENT'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

export const SEVERITIES = ['LOW', 'MEDIUM', 'HIGH'] as const
export type Severity = (typeof SEVERITIES)[number]

/** An account as the checks look at it. */
export interface AccountSubject extends Pick<
  AccountFacts,
  | 'id'
  | 'componentId'
  | 'state'
  | 'useCategory'
  | 'loginModel'
  | 'administrators'
  | 'officialOutletUrl'
  | 'imported'
  | 'claimed'
  | 'platform'
  | 'contacts'
  | 'exceptions'
> {
  readonly kind: 'ACCOUNT'
  readonly purpose: string | null
  readonly commentPolicyUrl: string | null
  readonly privacyNoticeUrl: string | null
  readonly recordsCaptureMethod: string | null
  readonly observedStatus: 'UNKNOWN' | 'REACHABLE' | 'GONE'
}

/** A platform as the checks look at it. */
export interface PlatformSubject {
  readonly kind: 'PLATFORM'
  readonly id: string
  /** The department's own component: what is found about a platform is laid to it. */
  readonly componentId: string
  readonly name: string
  readonly state: PlatformState
  readonly reviews: readonly {
    readonly kind: ReviewKind
    readonly outcome: ReviewOutcome
    readonly expiresOn: Date | null
  }[]
  /** Granted exceptions for the platform as a whole. */
  readonly exceptions: readonly GrantedException[]
}

/** A component as the checks look at it. */
export interface ComponentSubject {
  readonly kind: 'COMPONENT'
  readonly id: string
  readonly componentId: string
  readonly liveAccounts: number
  /** From when until when people who may act hold the director's role for it; the components above do not count. */
  readonly directors: readonly { readonly validFrom: Date; readonly validUntil: Date | null }[]
  /** Certifications whose time is over and that it has not certified, by their names (IV.E.3). */
  readonly unanswered: readonly string[]
  /** Granted exceptions for the component as a whole. */
  readonly exceptions: readonly GrantedException[]
}

export type Subject = AccountSubject | PlatformSubject | ComponentSubject

/** What a check finds amiss: in words, and every clause that an exception would have to name to lift it (V.B.12). */
export interface Shortfall {
  readonly message: string
  readonly clauses: readonly [ClauseId, ...ClauseId[]]
}

/** What tells whether a check is asked of an account at all, so that a count of accounts can tell it too. */
export interface AccountStanding {
  readonly state: AccountState
  readonly useCategory: UseCategory
}

interface CheckText {
  readonly code: string
  /** The clause a finding of it is filed under. */
  readonly clause: ClauseId
  readonly severity: Severity
  /** What is asked, as a sentence that holds when it is met. */
  readonly title: string
}

/** One thing asked of every account, as data. */
export interface AccountCheck extends CheckText {
  readonly kind: 'ACCOUNT'
  readonly asks: (account: AccountStanding) => boolean
  readonly find: (account: AccountSubject, now: Date) => Shortfall | null
}

/** One thing asked of every platform. */
export interface PlatformCheck extends CheckText {
  readonly kind: 'PLATFORM'
  readonly asks: (platform: { readonly state: PlatformState }) => boolean
  readonly find: (platform: PlatformSubject, now: Date) => Shortfall | null
}

/** One thing asked of every component. */
export interface ComponentCheck extends CheckText {
  readonly kind: 'COMPONENT'
  readonly asks: (component: { readonly liveAccounts: number }) => boolean
  readonly find: (component: ComponentSubject, now: Date) => Shortfall | null
}

export type Check = AccountCheck | PlatformCheck | ComponentCheck
