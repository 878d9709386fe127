import type { Role } from '../access/roles.ts'
import type { AuthorityId } from '../directive/authorities.ts'

/** What V.A.2 asks official use to follow, in its order. */
export const LAW_AREAS = [
  'ACCESSIBILITY',
  'CIVIL_RIGHTS',
  'FREEDOM_OF_INFORMATION',
  'INFORMATION_QUALITY',
  'INTELLECTUAL_PROPERTY',
  'PRIVACY',
  'RECORDS',
  'SECURITY',
] as const
export type LawArea = (typeof LAW_AREAS)[number]

/** Who answers an item: whoever answers for the account (ACCOUNT), or an office. */
export const LAW_ANSWERERS = [
  'ACCOUNT',
  'OPA',
  'CIO',
  'RECORDS_OFFICER',
  'PRIVACY_OFFICER',
  'FOIA_OFFICER',
  'CRCL_OFFICER',
  'GENERAL_COUNSEL',
] as const satisfies readonly ('ACCOUNT' | Role)[]
export type LawAnswerer = (typeof LAW_ANSWERERS)[number]

/** Facts on record that answer an item by themselves: then nobody does by hand. */
export const LAW_FACTS = [
  'OFFICIAL_OUTLET',
  'COMMENT_POLICY',
  'PRIVACY_NOTICE',
  'RECORDS_CAPTURE',
  'SECURITY_ATTESTATION',
  'PLATFORM_ACCESSIBILITY_REVIEW',
  'PLATFORM_PRIVACY_REVIEW',
  'PLATFORM_CIVIL_RIGHTS_REVIEW',
] as const
export type LawFact = (typeof LAW_FACTS)[number]

export const LAW_OUTCOMES = ['MET', 'NOT_MET', 'NOT_APPLICABLE'] as const
export type LawOutcome = (typeof LAW_OUTCOMES)[number]

/** What an item asks, as an office writes it. */
export interface LawQuestion {
  readonly key: string
  readonly area: LawArea
  /** A question that MET answers with yes. */
  readonly question: string
  readonly help: string | null
  readonly answerer: LawAnswerer
  /** The authority of section III it rests on; null where it is V.A.2 itself. */
  readonly authority: AuthorityId | null
  readonly fact: LawFact | null
}

/** An item of the checklist in force. */
export interface LawItem extends LawQuestion {
  /** The version of the checklist that gave it its wording: an answer to another wording counts no more. */
  readonly version: number
}

/** A version of the checklist. */
export interface LawChecklist {
  readonly id: string
  readonly version: number
  readonly items: readonly LawItem[]
}

/** What is asked of every account, and for how many days an answer holds. */
export interface LawStandard {
  readonly version: number
  readonly items: readonly LawItem[]
  readonly periodDays: number
}

/** Where nothing of it is looked at. */
export const NO_LAW_STANDARD: LawStandard = { version: 0, items: [], periodDays: 0 }

/** What was answered last for an account to an item. */
export interface LawAnswer {
  readonly itemKey: string
  readonly itemVersion: number
  readonly outcome: LawOutcome
  readonly note: string | null
  readonly answeredAt: Date
}

/** Where an item stands for an account: as it was answered, or why it is to be answered. */
export const LAW_STANDINGS = ['MET', 'NOT_APPLICABLE', 'NOT_MET', 'UNANSWERED', 'CHANGED', 'AGED'] as const
export type LawStanding = (typeof LAW_STANDINGS)[number]
