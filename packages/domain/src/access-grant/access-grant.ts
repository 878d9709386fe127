import type { AccountPlatform, StatedUse } from '../account/account.ts'
import type { GrantedException } from '../exception/exception.ts'
import type { ProcedureVersion } from '../guidance/guidance.ts'
import type { MonitoredHolder, PrivacyAnswer } from '../privacy-approval/privacy-approval.ts'

/** What access is for: managing an official account, or looking at accounts that are not the department's (V.B.4). */
export const ACCESS_KINDS = ['MANAGE', 'MONITOR'] as const
export type AccessKind = (typeof ACCESS_KINDS)[number]

/** Where a request for access stands; that granted access has run out is derived from its date. */
export const ACCESS_STATES = [
  'REQUESTED',
  'APPROVED',
  'PROVISIONED',
  'DENIED',
  'WITHDRAWN',
  'REVOKED',
] as const
export type AccessState = (typeof ACCESS_STATES)[number]

/** An account that is to be looked at, as its address reads. */
export interface MonitoredAccount {
  readonly url: string
  readonly platform: string
  readonly key: string
  readonly platformProhibited: boolean
  /** Whether it is one of the department's own. */
  readonly official: boolean
  /** Whose it is, as the request states it (IV.C.2). */
  readonly holder: MonitoredHolder
}

/** A request for access, as the clauses look at it. */
export interface AccessRequest {
  readonly kind: AccessKind
  readonly use: StatedUse
  readonly monitored: readonly MonitoredAccount[]
  /** The official account to be managed, or null where none is named or it has ended. */
  readonly account: { readonly live: boolean; readonly platformProhibited: boolean } | null
  readonly expiresOn: Date
}

/** A record of access as decisions on it look at it. */
export interface AccessFacts {
  readonly id: string
  readonly kind: AccessKind
  readonly state: AccessState
  readonly personId: string
  readonly requestedById: string
  readonly componentId: string | null
  readonly accountId: string | null
  readonly monitored: readonly { readonly profileUrl: string; readonly holder: MonitoredHolder }[]
  /** What the Chief Privacy Officer has answered about the people who are looked at (IV.C.2). */
  readonly privacyAnswers: readonly PrivacyAnswer[]
  readonly expiresOn: Date
  /** While its renewal is decided: the first day on which the access given before is over; null otherwise. */
  readonly heldUntil: Date | null
  /** Whether the person it is for is active here. */
  readonly holderActive: boolean
  /** Whether the account to be managed has not ended; true where others are looked at. */
  readonly accountLive: boolean
  /** The platforms it reaches: that of the account, or those of the accounts to be looked at. */
  readonly platforms: readonly AccountPlatform[]
  readonly version: number
}

/** The first day on which given access is over; null where none was given, or it has ended (V.B.4). */
export function givenUntil({
  state,
  expiresOn,
  heldUntil,
}: Pick<AccessFacts, 'state' | 'expiresOn' | 'heldUntil'>): Date | null {
  return state === 'PROVISIONED' ? expiresOn : heldUntil
}

/** What a decision looks at beside the record: the guidance that whoever decides follows, and what is excepted. */
export interface AccessGround {
  readonly guidance: readonly ProcedureVersion[]
  /** Granted exceptions, whatever they cover and their dates (V.B.12). */
  readonly exceptions: readonly GrantedException[]
}
