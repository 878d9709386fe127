import type { AccountState, CurrentContact } from '../account/account.ts'
import type { ClauseId } from '../directive/clauses.ts'
import type { GrantedException } from '../exception/exception.ts'
import { DAY_MS, type PolicyValues } from '../policy-setting/policy-setting.ts'
import type { SecurityPolicyInForce } from '../security-attestation/security-attestation.ts'

/**
 * What runs against an account: VACANCY while nobody answers for it (V.B.5), ATTESTATION while its security is not
 * attested in time (IV.B.3), both to its suspension; CLAIM until its office claims it, which suspends nobody.
 */
export const ACCOUNT_TIMER_KINDS = ['VACANCY', 'ATTESTATION', 'CLAIM'] as const
export type AccountTimerKind = (typeof ACCOUNT_TIMER_KINDS)[number]

/** How a timer ended: what it ran for is put right, excepted, of no account in use any more, or the suspension came. */
export const ACCOUNT_TIMER_OUTCOMES = ['RESOLVED', 'EXCEPTED', 'NOT_ACTIVE', 'SUSPENDED'] as const
export type AccountTimerOutcome = (typeof ACCOUNT_TIMER_OUTCOMES)[number]

/** The clause behind each kind of timer. */
export const TIMER_CLAUSES = {
  VACANCY: 'V.B.5',
  ATTESTATION: 'IV.B.3',
  CLAIM: 'V.B.5',
} as const satisfies Record<AccountTimerKind, ClauseId>

/** A timer that runs. */
export interface RunningTimer {
  readonly id: string
  readonly kind: AccountTimerKind
  readonly startedAt: Date
  readonly dueAt: Date
  readonly firstWarnedAt: Date | null
  readonly lastWarnedAt: Date | null
  readonly escalatedAt: Date | null
}

/** An account as its timers look at it. */
export interface TimedAccount {
  readonly id: string
  readonly componentId: string
  readonly platformId: string
  readonly state: AccountState
  readonly version: number
  /** Its current primary contact, who counts while active and trained; null where there is none. */
  readonly primary: Pick<CurrentContact, 'personActive' | 'trainingLapsesAt'> | null
  /** Whether it came with an import and no office has claimed it. */
  readonly unclaimed: boolean
  /** The day by which it is to be claimed. */
  readonly claimBy: Date | null
  /** Since when an office has had it in use: from then on its security is to be attested. */
  readonly inUseSince: Date
  readonly attestation: { readonly policyId: string; readonly attestedAt: Date } | null
  /** Granted exceptions that may cover it, whatever their dates. */
  readonly exceptions: readonly GrantedException[]
  readonly running: readonly RunningTimer[]
}

/** What timers are measured by. */
export interface TimerPolicy {
  readonly values: PolicyValues
  /** Every version of the security policy there is. */
  readonly securityPolicies: readonly SecurityPolicyInForce[]
}

/** Something to be done about a timer. */
export type TimerStep =
  | { readonly act: 'START'; readonly kind: AccountTimerKind; readonly dueAt: Date }
  | { readonly act: 'WARN'; readonly timer: RunningTimer; readonly which: 'FIRST' | 'LAST' }
  | { readonly act: 'ESCALATE'; readonly timer: RunningTimer }
  | { readonly act: 'END'; readonly timer: RunningTimer; readonly outcome: AccountTimerOutcome }

/** Whole days until a timer is due; 0 on its last day and once it is over. */
export function daysLeft(dueAt: Date, now: Date): number {
  return Math.max(0, Math.floor((dueAt.getTime() - now.getTime()) / DAY_MS))
}
