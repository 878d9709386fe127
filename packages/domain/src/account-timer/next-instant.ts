import { addDays } from '../policy-setting/policy-setting.ts'
import { securityDueAt } from './account-timer-rules.ts'
import type { RunningTimer, TimedAccount, TimerPolicy } from './account-timer.ts'

/**
 * The next instant after now at which timerSteps() may have something to do about an account though nothing is changed:
 * a warning, an end, or an attestation that comes to be overdue. Null where none comes (V.B.5, IV.B.3).
 */
export function nextTimerInstant(account: TimedAccount, policy: TimerPolicy, now: Date): Date | null {
  const { primary, exceptions, running } = account
  const instants = [
    ...running.flatMap((timer) => instantsOf(timer, policy)),
    // A version of the security policy that begins later asks anew; until then the one in force counts.
    ...policy.securityPolicies.map(({ effectiveFrom }) => effectiveFrom),
    securityDueAt(account, policy, now),
    primary?.trainingLapsesAt ?? null,
    ...exceptions.flatMap(({ validFrom, validUntil }) => [validFrom, validUntil]),
  ]
  return earliest(instants.filter((instant) => instant !== null && instant > now))
}

function instantsOf({ kind, dueAt, escalatedAt }: RunningTimer, { values }: TimerPolicy): readonly Date[] {
  if (kind === 'CLAIM' && escalatedAt !== null) return []
  return [addDays(dueAt, -values.FIRST_WARNING_DAYS), addDays(dueAt, -values.LAST_WARNING_DAYS), dueAt]
}

/** The first of some instants; null for none. */
export function earliest(instants: readonly (Date | null)[]): Date | null {
  return instants.reduce(
    (first, one) => (first === null || (one !== null && one < first) ? one : first),
    null,
  )
}
