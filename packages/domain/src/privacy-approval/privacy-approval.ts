/** Where a question to the Chief Privacy Officer stands; that an approval has run out is derived from its date. */
export const PRIVACY_APPROVAL_STATES = [
  'REQUESTED',
  'APPROVED',
  'NOT_PERSONAL',
  'REFUSED',
  'WITHDRAWN',
  'REVOKED',
] as const
export type PrivacyApprovalState = (typeof PRIVACY_APPROVAL_STATES)[number]

/** What the Chief Privacy Officer answers: it may be used, it is no personal information, or it may not. */
export const PRIVACY_DECISIONS = ['APPROVE', 'NOT_PERSONAL', 'REFUSE'] as const
export type PrivacyDecision = (typeof PRIVACY_DECISIONS)[number]

/** The texts of an account that the public reads and that may name a person. */
export const ACCOUNT_TEXTS = ['HANDLE', 'TITLE', 'PURPOSE'] as const
export type AccountText = (typeof ACCOUNT_TEXTS)[number]

/** What those texts say. */
export interface AccountWording {
  readonly handle: string
  readonly title: string
  readonly purpose: string | null
}

/** Whose an account is that is looked at; UNSTATED is kept for requests from before it was asked. */
export const MONITORED_HOLDERS = ['OFFICE_OR_ORGANIZATION', 'INDIVIDUAL', 'UNSTATED'] as const
export type MonitoredHolder = (typeof MONITORED_HOLDERS)[number]

/** What was asked of the Chief Privacy Officer and answered, as a gate looks at it: it holds for these very values. */
export interface PrivacyAnswer {
  readonly state: PrivacyApprovalState
  readonly handle: string | null
  readonly title: string | null
  readonly purpose: string | null
  readonly profileUrls: readonly string[]
  /** The first day on which it is over; null where it holds until it is revoked. */
  readonly expiresOn: Date | null
}

/** A record as decisions on it look at it. */
export interface PrivacyApprovalFacts extends PrivacyAnswer {
  readonly id: string
  readonly accountId: string | null
  readonly accessGrantId: string | null
  readonly componentId: string | null
  readonly requestedById: string
  readonly version: number
}

/** Whether the Chief Privacy Officer lets these values be used now: approved, or found to be no personal information. */
export function isCleared(
  { state, expiresOn }: Pick<PrivacyAnswer, 'state' | 'expiresOn'>,
  now: Date,
): boolean {
  return (state === 'APPROVED' || state === 'NOT_PERSONAL') && (expiresOn === null || expiresOn > now)
}

export const PRIVACY_APPROVAL_STANDINGS = [
  'REQUESTED',
  'IN_FORCE',
  'RUN_OUT',
  'REFUSED',
  'WITHDRAWN',
  'REVOKED',
] as const
export type PrivacyApprovalStanding = (typeof PRIVACY_APPROVAL_STANDINGS)[number]

/** Where it stands at an instant: its state, and for what was answered with yes what its date says. */
export function privacyApprovalStanding(
  { state, expiresOn }: Pick<PrivacyAnswer, 'state' | 'expiresOn'>,
  now: Date,
): PrivacyApprovalStanding {
  if (state !== 'APPROVED' && state !== 'NOT_PERSONAL') return state
  return isCleared({ state, expiresOn }, now) ? 'IN_FORCE' : 'RUN_OUT'
}
