import type { RiskStanding } from '../risk/risk.ts'

export const PLATFORM_STATES = [
  'PROPOSED',
  'UNDER_REVIEW',
  'APPROVED',
  'DENIED',
  'SUSPENDED',
  'RETIRED',
  'PROHIBITED',
] as const
export type PlatformState = (typeof PLATFORM_STATES)[number]

/** Whether accounts stand on it, or it is used without any. */
export const PLATFORM_KINDS = ['PROFILE', 'TOOL'] as const
export type PlatformKind = (typeof PLATFORM_KINDS)[number]

export const REVIEW_KINDS = [
  'SECURITY',
  'ACCESSIBILITY',
  'PRIVACY',
  'TERMS_OF_SERVICE',
  'CIVIL_RIGHTS',
  'COUNSEL',
  'RECORDS',
] as const
export type ReviewKind = (typeof REVIEW_KINDS)[number]

export const REVIEW_OUTCOMES = ['DUE', 'PASSED', 'PASSED_WITH_CONDITIONS', 'FAILED'] as const
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]

/** Why a review was asked for: with the proposal, or again since. */
export const REVIEW_OPENINGS = ['PROPOSED', 'EXPIRED', 'TERMS_CHANGED', 'PRIVACY_POLICY_CHANGED'] as const
export type ReviewOpening = (typeof REVIEW_OPENINGS)[number]

/** A platform's review as decisions look at it; dates are days in UTC. */
export interface ReviewFacts {
  readonly kind: ReviewKind
  readonly outcome: ReviewOutcome
  readonly openedBecause: ReviewOpening
  readonly dueOn: Date | null
  readonly expiresOn: Date | null
  /** The day of the platform's newest text that a recorded change told of; null while none is recorded. */
  readonly textChangedOn: Date | null
  /** What its office found last. */
  readonly reportId: string | null
}

/** Everything a decision on a platform looks at, read under its lock. */
export interface PlatformFacts {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly state: PlatformState
  readonly version: number
  readonly proposedById: string | null
  readonly reviews: readonly ReviewFacts[]
  /** Accounts on it that are not yet at their end. */
  readonly liveAccounts: number
  /** Risks to privacy and civil rights on it that are not at their end. */
  readonly risks: readonly RiskStanding[]
}
