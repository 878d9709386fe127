import type { DomainEvent } from '@official-accounts/db/outbox'
import { readTimerFacts } from '@official-accounts/db/facts/timer-facts'
import { writeTimers, type ChangedTimer, type TimerFinding } from '@official-accounts/db/facts/timer-writes'
import type { Tx } from '@official-accounts/db/transaction'
import { newId } from '@official-accounts/db/uuid'
import {
  TIMER_CLAUSES,
  type TimedAccount,
  type TimerStep,
} from '@official-accounts/domain/account-timer/account-timer'
import { timerSteps } from '@official-accounts/domain/account-timer/account-timer-rules'
import type { Permission } from '@official-accounts/domain/access/permissions'
import type { AuditChange, AuditEntry } from '@official-accounts/domain/audit/audit-entry'
import { ATTESTATION_OVERDUE, ATTESTATION_SHORTFALL } from '@official-accounts/domain/compliance/compliance'
import type { ClauseId } from '@official-accounts/domain/directive/clauses'
import type { EventKind } from '@official-accounts/domain/notification/notices'

const RAN_OUT = 'The time that the policy gives has run out.'

/** An account and what is to be done about its timers. */
interface AccountSteps {
  readonly account: TimedAccount
  readonly steps: readonly TimerStep[]
}

/** What was done about the timers of one account: for its audit entry, and for the outbox. */
interface SettledAccount {
  readonly accountId: string
  readonly componentId: string
  readonly clauses: readonly ClauseId[]
  readonly changes: readonly AuditChange[]
  readonly events: readonly DomainEvent[]
}

/**
 * Starts and ends the timers of accounts that a command has changed, in its transaction: a vacancy runs from the
 * instant it begins. Warnings and suspensions are left to `advanceTimers`. The accounts are locked.
 */
export async function settleTimers(
  tx: Tx,
  accountIds: readonly string[],
  now: Date,
): Promise<readonly SettledAccount[]> {
  if (accountIds.length === 0) return []
  const { accounts, policy } = await readTimerFacts(tx, accountIds)
  const due = accounts.map((account) => ({
    account,
    steps: timerSteps(account, policy, now).filter(isStartOrEnd),
  }))
  return takeSteps(tx, due, now)
}

function isStartOrEnd(step: TimerStep): boolean {
  return step.act === 'START' || (step.act === 'END' && step.outcome !== 'SUSPENDED')
}

/** Writes steps and says what they were, account by account. */
export async function takeSteps(
  tx: Tx,
  accounts: readonly AccountSteps[],
  now: Date,
): Promise<readonly SettledAccount[]> {
  const due = accounts.filter(({ steps }) => steps.length > 0)
  if (due.length === 0) return []
  const all = due.flatMap(({ account, steps }) =>
    steps.map((step) => ({ account, step, id: step.act === 'START' ? newId(now.getTime()) : step.timer.id })),
  )
  await writeTimers(
    tx,
    {
      started: all.flatMap(({ account, step, id }) =>
        step.act === 'START' ? [{ id, accountId: account.id, kind: step.kind, dueAt: step.dueAt }] : [],
      ),
      changed: all.flatMap(({ step }) => toChange(step)),
      suspended: all.filter(({ step }) => isSuspension(step)).map(({ account }) => account.id),
      opened: all.flatMap(({ account, step }) => toFinding(account, step, now)),
      closed: all
        .filter(({ step }) => kindOf(step) === 'ATTESTATION' && step.act === 'END' && !isSuspension(step))
        .map(({ account }) => ({ accountId: account.id, code: ATTESTATION_OVERDUE })),
    },
    now,
  )
  return due.map(({ account }) =>
    describe(
      account,
      all.filter((one) => one.account === account),
      now,
    ),
  )
}

function toChange(step: TimerStep): readonly ChangedTimer[] {
  if (step.act === 'START') return []
  return [
    {
      id: step.timer.id,
      warned: step.act === 'WARN' ? step.which : null,
      escalated: step.act === 'ESCALATE',
      outcome: step.act === 'END' ? step.outcome : null,
    },
  ]
}

function toFinding(account: TimedAccount, step: TimerStep, now: Date): readonly TimerFinding[] {
  if (step.act !== 'START' || step.kind !== 'ATTESTATION') return []
  const { id: accountId, componentId } = account
  const clause = TIMER_CLAUSES.ATTESTATION
  return [
    {
      id: newId(now.getTime()),
      accountId,
      componentId,
      clause,
      code: ATTESTATION_OVERDUE,
      detail: ATTESTATION_SHORTFALL,
    },
  ]
}

function isSuspension(step: TimerStep): boolean {
  return step.act === 'END' && step.outcome === 'SUSPENDED'
}

function kindOf(step: TimerStep) {
  return step.act === 'START' ? step.kind : step.timer.kind
}

interface TakenStep {
  readonly step: TimerStep
  readonly id: string
}

function describe(account: TimedAccount, taken: readonly TakenStep[], now: Date): SettledAccount {
  const suspended = taken.some(({ step }) => isSuspension(step))
  return {
    accountId: account.id,
    componentId: account.componentId,
    clauses: [...new Set(taken.map(({ step }) => TIMER_CLAUSES[kindOf(step)]))].sort(),
    changes: [
      ...taken.map(({ step }) => changeOf(step, now)),
      ...(suspended ? [{ field: 'state', before: account.state, after: 'SUSPENDED' }] : []),
    ],
    events: [
      ...taken.map(({ step, id }) => ({ type: eventOf(step), subjectType: 'AccountTimer', subjectId: id })),
      ...(suspended
        ? [{ type: 'account.suspended' as const, subjectType: 'Account', subjectId: account.id }]
        : []),
    ],
  }
}

function changeOf(step: TimerStep, now: Date): AuditChange {
  const kind = kindOf(step).toLowerCase()
  switch (step.act) {
    case 'START':
      return { field: `${kind}Timer.dueAt`, before: null, after: step.dueAt.toISOString() }
    case 'WARN':
      return {
        field: `${kind}Timer.warned${step.which === 'FIRST' ? 'First' : 'Last'}`,
        before: null,
        after: now.toISOString(),
      }
    case 'ESCALATE':
      return { field: `${kind}Timer.escalatedAt`, before: null, after: now.toISOString() }
    case 'END':
      return { field: `${kind}Timer.outcome`, before: null, after: step.outcome }
  }
}

function eventOf(step: TimerStep): EventKind {
  if (step.act === 'START') return 'timer.started'
  if (step.act === 'WARN') return step.which === 'FIRST' ? 'timer.first-warning' : 'timer.last-warning'
  return step.act === 'ESCALATE' ? 'timer.escalated' : 'timer.ended'
}

/** The entries of a command that set off timers of accounts other than its subject. */
export function settledEntries(
  settled: readonly SettledAccount[],
  action: Permission,
  reason: string | null,
): readonly AuditEntry[] {
  return settled.map(({ accountId, componentId, clauses, changes }) => ({
    action,
    componentId,
    subjectType: 'Account',
    subjectId: accountId,
    clauses,
    reason: reason ?? (changes.some(({ after }) => after === 'SUSPENDED') ? RAN_OUT : null),
    changes,
  }))
}
