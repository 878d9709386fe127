import type { AccountFacts, AccountState, ContactRole, UseCategory } from '../account/account.ts'
import type { CertificationPartState, CertificationState } from '../certification/certification.ts'
import type { ComponentPolicyState } from '../component-policy/component-policy.ts'
import type { ComponentProcessFacts } from '../component-process/component-process.ts'
import type { ClauseId } from '../directive/clauses.ts'
import type { GrantedException } from '../exception/exception.ts'
import type { LawAnswer } from '../law-checklist/law-checklist.ts'
import type { ModerationStanding } from '../moderation/moderation.ts'
import type { PlatformState, ReviewFacts, ReviewKind } from '../platform/platform.ts'
import type { RiskArea, RiskMitigationState, RiskStanding, RiskState } from '../risk/risk.ts'
import type { AttestedAccount } from '../security-attestation/security-attestation.ts'
import type { CourseCompletion } from '../training/training.ts'
import type { HeldDuty, Standards } from './standards.ts'

export const SUBJECT_KINDS = ['ACCOUNT', 'PLATFORM', 'COMPONENT'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

export const SEVERITIES = ['LOW', 'MEDIUM', 'HIGH'] as const
export type Severity = (typeof SEVERITIES)[number]

/** The code and the words of the finding that the timer of attestations opens at once and the check keeps (IV.B.3). */
export const ATTESTATION_OVERDUE = 'ATTESTATION_OVERDUE'
export const ATTESTATION_SHORTFALL =
  'The security of the account is not attested against the policy in force.'

/** The code of the finding that a text of an account names a person without approval: it is work too (IV.C.2). */
export const NAMES_PERSON = 'NAMES_PERSON'

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
  | 'names'
> {
  readonly kind: 'ACCOUNT'
  readonly unclaimed: boolean
  readonly purpose: string | null
  readonly commentPolicyUrl: string | null
  readonly privacyNoticeUrl: string | null
  readonly recordsCaptureMethod: string | null
  readonly observedStatus: 'UNKNOWN' | 'REACHABLE' | 'GONE'
  readonly attested: AttestedAccount
  readonly lawAnswers: readonly LawAnswer[]
  /** How the moderation of comments on it stands (IV.D.3). */
  readonly moderation: ModerationStanding
  /** Everybody who answers for it and may act, with what is asked of whoever does. */
  readonly answerers: readonly Answerer[]
  readonly standards: Standards
}

/** Somebody who answers for an account: the training, the duties and the guidance acknowledged (IV.A.3). */
export interface Answerer {
  readonly role: ContactRole
  readonly completions: readonly CourseCompletion[]
  /** Every role held. */
  readonly duties: readonly HeldDuty[]
  readonly acknowledged: readonly string[]
}

/** A platform as the checks look at it. */
export interface PlatformSubject {
  readonly kind: 'PLATFORM'
  readonly id: string
  /** The department's own component: what is found about a platform is laid to it. */
  readonly componentId: string
  readonly name: string
  readonly state: PlatformState
  /** The reviews that platforms of its kind need. */
  readonly needed: readonly ReviewKind[]
  readonly reviews: readonly ReviewFacts[]
  readonly accounts: number
  readonly liveAccounts: number
  /** Risks on it that are not at their end. */
  readonly risks: readonly RiskStanding[]
  /** Granted exceptions for the platform as a whole. */
  readonly exceptions: readonly GrantedException[]
}

/** A component as the checks look at it. */
export interface ComponentSubject {
  readonly kind: 'COMPONENT'
  readonly id: string
  readonly componentId: string
  /** Whether it stands for the department as a whole, and is asked what the whole department owes. */
  readonly isDepartment: boolean
  readonly liveAccounts: number
  /** The director's role for it, held by people who may act; the components above do not count. */
  readonly directors: readonly Director[]
  /** Its published process, null without one. */
  readonly process: Pick<ComponentProcessFacts, 'state' | 'reviewedAt'> | null
  readonly policyStates: readonly ComponentPolicyState[]
  readonly certifications: readonly OwedCertification[]
  /** Risks laid to it that are not closed. */
  readonly risks: readonly ReviewedRisk[]
  /** What is still to be done about its risks. */
  readonly mitigations: readonly OwedMitigation[]
  readonly standards: Standards
  /** Granted exceptions for the component as a whole. */
  readonly exceptions: readonly GrantedException[]
}

/** A risk as far as it is to be looked at again (IV.C.5, IV.D.2). */
export interface ReviewedRisk {
  readonly area: RiskArea
  readonly state: RiskState
  readonly reviewBy: Date | null
}

/** Something to be done about a risk (IV.C.3, IV.D.2). */
export interface OwedMitigation {
  readonly area: RiskArea
  readonly state: RiskMitigationState
  readonly dueOn: Date
}

/** A director of a component: since when, and what guidance was acknowledged (IV.E.2). */
export interface Director extends HeldDuty {
  readonly acknowledged: readonly string[]
}

/** A component's part of a certification (IV.E.3). */
export interface OwedCertification {
  readonly name: string
  readonly openedAt: Date
  readonly certificationState: CertificationState
  readonly state: CertificationPartState
  readonly overdueSince: Date | null
  readonly certifiedAt: Date | null
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
  /** Whether it came with an import and no office has claimed it. */
  readonly unclaimed: boolean
}

/** What tells whether a check is asked of a component at all. */
export interface ComponentStanding {
  readonly liveAccounts: number
  readonly isDepartment: boolean
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
  readonly asks: (component: ComponentStanding) => boolean
  readonly find: (component: ComponentSubject, now: Date) => Shortfall | null
}

export type Check = AccountCheck | PlatformCheck | ComponentCheck
