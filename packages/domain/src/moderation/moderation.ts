import type { AccountState } from '../account/account.ts'
import type { IdentityPlatform } from '../directory/platform-rules.ts'

/** What is done to comments of the public on an official account, to the people behind them, and what takes it back. */
export const MODERATION_KINDS = [
  'COMMENT_HIDDEN',
  'COMMENT_REMOVED',
  'COMMENT_RESTORED',
  'REPLIES_LIMITED',
  'REPLIES_REOPENED',
  'PERSON_RESTRICTED',
  'PERSON_UNRESTRICTED',
  'PERSON_BLOCKED',
  'PERSON_UNBLOCKED',
] as const
export type ModerationKind = (typeof MODERATION_KINDS)[number]

/**
 * Why, in a closed vocabulary that asks for nobody's opinion: that a comment disagrees cannot be said (IV.D.3). The
 * last three are why something is taken back.
 */
export const MODERATION_REASONS = [
  'THREAT',
  'PRIVATE_INFORMATION',
  'ILLEGAL_CONTENT',
  'OBSCENITY',
  'IMPERSONATION',
  'HARMFUL_LINK',
  'SPAM',
  'REPETITION',
  'OFF_TOPIC',
  'OTHER',
  'RULE_NOT_BROKEN',
  'CIVIL_RIGHTS_REVIEW',
  'NO_LONGER_NEEDED',
] as const
export type ModerationReason = (typeof MODERATION_REASONS)[number]

/** Where a recorded act of moderation stands. */
export const MODERATION_STATES = [
  'RECORDED',
  'IN_REVIEW',
  'UPHELD',
  'TO_BE_REVERSED',
  'REVERSED',
  'CORRECTED',
] as const
export type ModerationState = (typeof MODERATION_STATES)[number]

/** What was decided on a measure, or why a block was kept. */
export const MODERATION_STEP_KINDS = ['UPHELD', 'TO_BE_REVERSED', 'REAFFIRMED'] as const
export type ModerationStepKind = (typeof MODERATION_STEP_KINDS)[number]

/** How a review of a measure may end (IV.D.1, IV.D.3). */
export const MODERATION_RULINGS = ['UPHELD', 'TO_BE_REVERSED'] as const
export type ModerationRuling = (typeof MODERATION_RULINGS)[number]

/** What takes back each kind of measure; null for what is itself a taking back. */
export const REVERSED_BY: Readonly<Record<ModerationKind, ModerationKind | null>> = {
  COMMENT_HIDDEN: 'COMMENT_RESTORED',
  COMMENT_REMOVED: 'COMMENT_RESTORED',
  COMMENT_RESTORED: null,
  REPLIES_LIMITED: 'REPLIES_REOPENED',
  REPLIES_REOPENED: null,
  PERSON_RESTRICTED: 'PERSON_UNRESTRICTED',
  PERSON_UNRESTRICTED: null,
  PERSON_BLOCKED: 'PERSON_UNBLOCKED',
  PERSON_UNBLOCKED: null,
}

/** What a reason is for, and whether it has to name the rule of the comment policy that was broken. */
interface ReasonTerms {
  readonly of: 'MEASURE' | 'REVERSAL'
  readonly namesRule: boolean
}

/** The terms of each reason: what no law forbids is moderated only where the account's own rules say so. */
export const REASON_TERMS: Readonly<Record<ModerationReason, ReasonTerms>> = {
  THREAT: { of: 'MEASURE', namesRule: false },
  PRIVATE_INFORMATION: { of: 'MEASURE', namesRule: false },
  ILLEGAL_CONTENT: { of: 'MEASURE', namesRule: false },
  OBSCENITY: { of: 'MEASURE', namesRule: false },
  IMPERSONATION: { of: 'MEASURE', namesRule: false },
  HARMFUL_LINK: { of: 'MEASURE', namesRule: false },
  SPAM: { of: 'MEASURE', namesRule: false },
  REPETITION: { of: 'MEASURE', namesRule: true },
  OFF_TOPIC: { of: 'MEASURE', namesRule: true },
  OTHER: { of: 'MEASURE', namesRule: true },
  RULE_NOT_BROKEN: { of: 'REVERSAL', namesRule: false },
  CIVIL_RIGHTS_REVIEW: { of: 'REVERSAL', namesRule: false },
  NO_LONGER_NEEDED: { of: 'REVERSAL', namesRule: false },
}

/** Whether an act holds something back, and does not take it back. */
export function isMeasure(kind: ModerationKind): boolean {
  return REVERSED_BY[kind] !== null
}

/** Whether a measure is against a person and not against one comment: it weighs more and does not hold for ever. */
export function isAgainstPerson(kind: ModerationKind): boolean {
  return kind === 'PERSON_BLOCKED' || kind === 'PERSON_RESTRICTED'
}

/** Whether it is reviewed by Civil Rights and Civil Liberties in any case (IV.D.3). */
export function needsReview({ kind, reason }: ModerationWords): boolean {
  return isAgainstPerson(kind) || reason === 'OTHER'
}

interface ModerationWords {
  readonly kind: ModerationKind
  readonly reason: ModerationReason
}

/** An act of moderation as somebody records it. */
export interface RecordedModeration extends ModerationWords {
  readonly platformReference: string
  readonly explanation: string | null
  readonly policyVersion: string | null
  readonly policySection: string | null
  readonly doneAt: Date
}

/** Somebody who has access to an account, and until when (V.B.4). */
export interface ManagingAccess {
  readonly personId: string
  readonly expiresOn: Date
}

/** An account as decisions on its moderation look at it. */
export interface ModerationAccount {
  readonly id: string
  readonly componentId: string
  readonly platformId: string
  readonly state: AccountState
  readonly canonicalKey: string
  readonly commentPolicyUrl: string | null
  /** Its current contacts, by their ids. */
  readonly contactIds: readonly string[]
  readonly access: readonly ManagingAccess[]
  /** The rules by which addresses on its platform are read; null where there are none. */
  readonly platform: IdentityPlatform | null
}

/** An account, and who manages it. */
export type ManagedAccount = Pick<
  ModerationAccount,
  'id' | 'componentId' | 'platformId' | 'contactIds' | 'access'
>

/** A recorded act as decisions on it look at it. */
export interface ModerationFacts {
  readonly id: string
  readonly kind: ModerationKind
  readonly reason: ModerationReason
  readonly state: ModerationState
  readonly accountId: string
  readonly componentId: string
  readonly platformId: string
  readonly recordedById: string
  /** Who recorded it or kept it: none of them reviews it. */
  readonly involvedIds: readonly string[]
  readonly contactIds: readonly string[]
  readonly access: readonly ManagingAccess[]
  readonly reversesId: string | null
  readonly reviewBy: Date | null
  readonly version: number
}

/** How the moderation of an account stands, as the checks look at it. */
export interface ModerationStanding {
  /** How many measures hold now. */
  readonly inForce: number
  /** How many of them are to be taken back. */
  readonly toBeReversed: number
  /** The last days on which measures against people hold unasked. */
  readonly reviewBy: readonly Date[]
}

/** The states in which a measure holds. */
export const IN_FORCE = [
  'RECORDED',
  'IN_REVIEW',
  'UPHELD',
  'TO_BE_REVERSED',
] as const satisfies readonly ModerationState[]

/** The kinds of act that hold something back. */
export const MEASURES: readonly ModerationKind[] = MODERATION_KINDS.filter(isMeasure)
