import { expect, test } from 'vitest'
import { addDays, type PolicyValues } from '../policy-setting/policy-setting.ts'
import { earliest, nextTimerInstant } from './next-instant.ts'
import type { RunningTimer, TimedAccount } from './account-timer.ts'

const T0 = new Date('2027-01-01T09:30:00Z')
const DAYS = {
  FIRST_WARNING_DAYS: 14,
  LAST_WARNING_DAYS: 7,
  ATTESTATION_PERIOD_DAYS: 365,
  ATTESTATION_GRACE_DAYS: 30,
}
const POLICY = { values: DAYS as PolicyValues, securityPolicies: [] }
const TIMER: RunningTimer = {
  id: 'timer',
  kind: 'VACANCY',
  startedAt: T0,
  dueAt: addDays(T0, 30),
  firstWarnedAt: null,
  lastWarnedAt: null,
  escalatedAt: null,
}
const ACCOUNT: TimedAccount = {
  id: 'account',
  componentId: 'component',
  platformId: 'platform',
  state: 'ACTIVE',
  version: 1,
  primary: null,
  unclaimed: false,
  claimBy: null,
  inUseSince: T0,
  attestation: null,
  exceptions: [],
  running: [TIMER],
}

test('V.B.5: the warnings 14 and 7 days before a suspension, and the suspension, each at its instant', () => {
  const met: Date[] = []
  for (let now: Date | null = T0; now !== null; now = nextTimerInstant(ACCOUNT, POLICY, now)) met.push(now)
  expect(met).toEqual([T0, addDays(T0, 16), addDays(T0, 23), addDays(T0, 30)])
})
test('an escalated claim waits for nothing more', () => {
  const claim: RunningTimer = { ...TIMER, kind: 'CLAIM', escalatedAt: T0 }
  expect(nextTimerInstant({ ...ACCOUNT, running: [claim] }, POLICY, T0)).toBeNull()
})
test('IV.B.3: an attestation comes to be overdue at its instant, also one against a version that begins later', () => {
  const first = { id: 'v1', effectiveFrom: T0 }
  const second = { id: 'v2', effectiveFrom: addDays(T0, 100) }
  const account = { ...ACCOUNT, running: [], attestation: { policyId: 'v1', attestedAt: T0 } }
  const policy = { ...POLICY, securityPolicies: [first, second] }
  expect(nextTimerInstant(account, { ...POLICY, securityPolicies: [first] }, T0)).toEqual(addDays(T0, 365))
  expect(nextTimerInstant(account, policy, T0)).toEqual(second.effectiveFrom)
  expect(nextTimerInstant(account, policy, second.effectiveFrom)).toEqual(addDays(second.effectiveFrom, 30))
})
test('IV.A.3, V.B.12: the end of training, and what an exception begins and ends', () => {
  const primary = { personActive: true, trainingLapsesAt: addDays(T0, 3) }
  expect(nextTimerInstant({ ...ACCOUNT, primary }, POLICY, T0)).toEqual(addDays(T0, 3))
})
test('the earliest of none is none', () => {
  expect(earliest([])).toBeNull()
  expect(earliest([addDays(T0, 2), null, T0])).toEqual(T0)
})
