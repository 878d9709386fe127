import type { Place } from '../access/authorize.ts'
import type { LawAnswer } from '../law-checklist/law-checklist.ts'
import { isInForce, type GrantedException } from '../exception/exception.ts'
import type { PlatformState } from '../platform/platform.ts'
import type { NamedAccountFacts } from '../privacy-approval/privacy-gate.ts'
import type { Conduct } from './conduct.ts'

export const ACCOUNT_STATES = [
  'REQUESTED',
  'CHANGES_REQUESTED',
  'ENDORSED',
  'APPROVED',
  'ACTIVE',
  'SUSPENDED',
  'RETIRING',
  'RETIRED',
  'DENIED',
  'WITHDRAWN',
] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

/** What the account is for. OPERATIONAL may be stated and is always refused (II.B). */
export const STATED_USES = [
  'PUBLIC_COMMUNICATION',
  'INTERNAL_GENERAL_AUDIENCE',
  'NON_OPERATIONAL_AWARENESS',
  'OPERATIONAL',
] as const
export type StatedUse = (typeof STATED_USES)[number]
export type UseCategory = Exclude<StatedUse, 'OPERATIONAL'>

export const LOGIN_MODELS = ['OFFICIAL', 'PERSONAL_REQUIRED_BY_PLATFORM'] as const
export type LoginModel = (typeof LOGIN_MODELS)[number]

/** What the Chief Information Officer says of a request's security (IV.B.3). */
export const SECURITY_ANSWERS = ['ATTESTED', 'NOT_ATTESTED'] as const
export type SecurityAnswer = (typeof SECURITY_ANSWERS)[number]

/** What the Officer for Civil Rights and Civil Liberties advises on a request (IV.D.1). */
export const CIVIL_RIGHTS_ADVICE = ['CONCUR', 'CONCUR_WITH_CONDITIONS', 'NON_CONCUR'] as const
export type CivilRightsAdvice = (typeof CIVIL_RIGHTS_ADVICE)[number]

export type KnownAnswer = 'YES' | 'NO' | 'UNKNOWN'
export type ContactRole = 'PRIMARY' | 'ALTERNATE'
export type ConfirmationKind = 'DEACTIVATION' | 'ARCHIVE'

/** The platform under an account, as far as a decision on the account looks at it. */
export interface AccountPlatform {
  readonly id: string
  readonly name: string
  readonly state: PlatformState
  readonly hasAccounts: boolean
  readonly personalLoginRequired: KnownAnswer
  readonly prohibitedByLaw: string | null
}

/** Somebody who answers for an account now. */
export interface CurrentContact {
  readonly personId: string
  readonly role: ContactRole
  readonly personActive: boolean
  /** From when the training that contacts need is not current; null while nothing ends it (IV.A.3). */
  readonly trainingLapsesAt: Date | null
}

/** Everything a decision on an account looks at, read under the account's lock. */
export interface AccountFacts {
  readonly id: string
  readonly componentId: string
  readonly state: AccountState
  readonly version: number
  readonly useCategory: UseCategory
  readonly loginModel: LoginModel
  readonly administrators: number | null
  readonly officialOutletUrl: string | null
  readonly commentPolicyUrl: string | null
  readonly privacyNoticeUrl: string | null
  readonly recordsCaptureMethod: string | null
  readonly imported: boolean
  readonly claimed: boolean
  readonly requestedById: string | null
  /** Whoever wrote the request or changed it since. */
  readonly contributorIds: readonly string[]
  readonly permittedById: string | null
  /** What was said of the request as it stands; null once it was returned (IV.B.3, IV.D.1). */
  readonly securityAttestation: SecurityAnswer | null
  readonly civilRightsAdvice: CivilRightsAdvice | null
  /** The risk questions answered with yes: civil rights advice is needed where there is one (IV.D.1). */
  readonly riskKeys: readonly string[]
  readonly platformReview: boolean
  readonly platform: AccountPlatform
  /** Its texts, which of them name a person, and what the Chief Privacy Officer has answered (IV.C.2). */
  readonly names: NamedAccountFacts
  /** Granted exceptions that cover it, whatever their dates (V.B.12). */
  readonly exceptions: readonly GrantedException[]
  /** What is asked of the one who acts and of the component (IV.A.3, IV.E.1, IV.E.2). */
  readonly conduct: Conduct
  /** What was answered last to the checklist of law and policy (V.A.2). */
  readonly lawAnswers: readonly LawAnswer[]
  readonly contacts: readonly CurrentContact[]
  readonly confirmations: readonly { readonly kind: ConfirmationKind; readonly confirmedById: string }[]
}

/** What tells whether somebody who is named as a contact counts as one. */
type ContactFacts = Pick<AccountFacts, 'contacts' | 'exceptions'>

/**
 * Whether somebody who is named as a contact answers for the account now: may act here, and has the training that
 * contacts need, unless an exception in force lifts that (V.B.5, IV.A.3, V.B.12).
 */
export function answersFor(
  { personActive, trainingLapsesAt }: Pick<CurrentContact, 'personActive' | 'trainingLapsesAt'>,
  exceptions: readonly GrantedException[],
  now: Date,
): boolean {
  if (!personActive) return false
  if (trainingLapsesAt === null || trainingLapsesAt > now) return true
  return exceptions.some((exception) => exception.clauses.includes('IV.A.3') && isInForce(exception, now))
}

/** The current primary contact who is active and trained, or null: then the account is vacant (V.B.5, IV.A.3). */
export function activePrimary({ contacts, exceptions }: ContactFacts, now: Date): CurrentContact | null {
  const primary = contacts.find(({ role }) => role === 'PRIMARY')
  return primary && answersFor(primary, exceptions, now) ? primary : null
}

/** Whether an account of this state needs a contact and has none. Derived, never stored. */
export function isVacant(facts: ContactFacts & Pick<AccountFacts, 'state'>, now: Date): boolean {
  return needsContact(facts.state) && activePrimary(facts, now) === null
}

/** The states in which somebody must answer for the account. */
export function needsContact(state: AccountState): boolean {
  return state === 'ACTIVE' || state === 'SUSPENDED' || state === 'RETIRING'
}

/** Whether the account still holds its name on the platform: at most one such account per canonical key. */
export function isLive(state: AccountState): boolean {
  return state !== 'RETIRED' && state !== 'DENIED' && state !== 'WITHDRAWN'
}

/** Whether the public ever hears of an account in this state (V.B.6). */
export function isListed(state: AccountState, use: UseCategory): boolean {
  return use === 'PUBLIC_COMMUNICATION' && (needsContact(state) || state === 'RETIRED')
}

/** Where an act on an account takes effect. */
export function accountPlace(
  facts: Pick<AccountFacts, 'id' | 'componentId' | 'platform'> & Pick<Place, 'writable'>,
): Place {
  const { id, componentId, platform, writable } = facts
  return {
    componentId,
    accountId: id,
    platformId: platform.id,
    ...(writable === undefined ? {} : { writable }),
  }
}
