import { answersFor } from '../account/account.ts'
import { covers, isInForce, type GrantedException } from '../exception/exception.ts'
import { addDays } from '../policy-setting/policy-setting.ts'
import { attestationDueAt, policyInForce } from '../security-attestation/security-attestation.ts'
import {
  ACCOUNT_TIMER_KINDS,
  TIMER_CLAUSES,
  type AccountTimerKind,
  type RunningTimer,
  type TimedAccount,
  type TimerPolicy,
  type TimerStep,
} from './account-timer.ts'

/**
 * What is to be done now about the timers of an account. Asked again after it is done it answers nothing more, and
 * asked late it answers what should have been done since: so it may be asked at any time, by anybody, any number of
 * times (V.B.5, IV.B.3).
 */
export function timerSteps(account: TimedAccount, policy: TimerPolicy, now: Date): readonly TimerStep[] {
  const steps = ACCOUNT_TIMER_KINDS.flatMap((kind) => stepOf(kind, account, policy, now) ?? [])
  // An account is suspended once, for the timer that ran out first.
  const suspensions = steps.filter((step) => step.act === 'END' && step.outcome === 'SUSPENDED')
  const [first, ...others] = suspensions.toSorted((a, b) => dueOf(a) - dueOf(b))
  return first === undefined ? steps : steps.filter((step) => !others.includes(step))
}

function dueOf(step: TimerStep): number {
  return 'timer' in step ? step.timer.dueAt.getTime() : 0
}

function stepOf(
  kind: AccountTimerKind,
  account: TimedAccount,
  policy: TimerPolicy,
  now: Date,
): TimerStep | null {
  const timer = account.running.find((running) => running.kind === kind)
  const cause = causes[kind](account, policy, now)
  const excepted = isExcepted(kind, account, now)
  if (!timer) {
    return cause && !excepted && account.state === 'ACTIVE'
      ? { act: 'START', kind, dueAt: dueDates[kind](account, policy, now) }
      : null
  }
  if (account.state !== 'ACTIVE') return { act: 'END', timer, outcome: 'NOT_ACTIVE' }
  if (!cause) return { act: 'END', timer, outcome: 'RESOLVED' }
  if (excepted) return { act: 'END', timer, outcome: 'EXCEPTED' }
  if (now >= timer.dueAt) return atTheEnd(timer)
  return warning(timer, policy, now)
}

// The date by which an account is to be claimed escalates and suspends nobody (V.B.5).
function atTheEnd(timer: RunningTimer): TimerStep | null {
  if (timer.kind !== 'CLAIM') return { act: 'END', timer, outcome: 'SUSPENDED' }
  return timer.escalatedAt === null ? { act: 'ESCALATE', timer } : null
}

function warning(timer: RunningTimer, { values }: TimerPolicy, now: Date): TimerStep | null {
  if (timer.lastWarnedAt !== null) return null
  if (now >= addDays(timer.dueAt, -values.LAST_WARNING_DAYS)) return { act: 'WARN', timer, which: 'LAST' }
  if (timer.firstWarnedAt !== null) return null
  return now >= addDays(timer.dueAt, -values.FIRST_WARNING_DAYS)
    ? { act: 'WARN', timer, which: 'FIRST' }
    : null
}

type Cause = (account: TimedAccount, policy: TimerPolicy, now: Date) => boolean

const causes: Readonly<Record<AccountTimerKind, Cause>> = {
  VACANCY: (account, _policy, now) => !account.unclaimed && !isAnswered(account, now),
  ATTESTATION: isAttestationOverdue,
  CLAIM: ({ unclaimed, claimBy }) => unclaimed && claimBy !== null,
}

type Attestable = Pick<TimedAccount, 'unclaimed' | 'inUseSince' | 'attestation'>

/** Whether an account's security should have been attested by now (IV.B.3); nobody attests what nobody has claimed. */
export function isAttestationOverdue(account: Attestable, policy: TimerPolicy, now: Date): boolean {
  const due = securityDueAt(account, policy, now)
  return due !== null && due <= now
}

/** By when an account's security is to be attested; null while there is nothing to attest. */
export function securityDueAt(account: Attestable, policy: TimerPolicy, now: Date): Date | null {
  if (account.unclaimed) return null
  const { securityPolicies, values } = policy
  return attestationDueAt(account, policyInForce(securityPolicies, now), values)
}

type DueDate = (account: TimedAccount, policy: TimerPolicy, now: Date) => Date

const dueDates: Readonly<Record<AccountTimerKind, DueDate>> = {
  VACANCY: (_account, { values }, now) => addDays(now, values.VACANCY_SUSPENSION_DAYS),
  ATTESTATION: (_account, { values }, now) => addDays(now, values.ATTESTATION_SUSPENSION_DAYS),
  // It may be claimed until the end of its day.
  CLAIM: ({ claimBy }, { values }, now) => addDays(claimBy ?? now, 1 + values.CLAIM_ESCALATION_DAYS),
}

function isAnswered(account: TimedAccount, now: Date): boolean {
  return account.primary !== null && answersFor(account.primary, covering(account), now)
}

function isExcepted(kind: AccountTimerKind, account: TimedAccount, now: Date): boolean {
  if (kind === 'CLAIM') return false
  return covering(account).some(
    (exception) => exception.clauses.includes(TIMER_CLAUSES[kind]) && isInForce(exception, now),
  )
}

function covering({
  id: accountId,
  componentId,
  platformId,
  exceptions,
}: TimedAccount): readonly GrantedException[] {
  return exceptions.filter((exception) => covers(exception, { accountId, componentId, platformId }))
}
