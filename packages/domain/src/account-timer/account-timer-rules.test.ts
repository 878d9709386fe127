import { describe, expect, test } from 'vitest'
import type { GrantedException } from '../exception/exception.ts'
import { addDays, type PolicyValues } from '../policy-setting/policy-setting.ts'
import { timerSteps } from './account-timer-rules.ts'
import type { RunningTimer, TimedAccount, TimerStep } from './account-timer.ts'

const T0 = new Date('2027-01-01T00:00:00Z')
const VALUES: PolicyValues = {
  VACANCY_SUSPENSION_DAYS: 30,
  FIRST_WARNING_DAYS: 14,
  LAST_WARNING_DAYS: 7,
  CLAIM_ESCALATION_DAYS: 0,
  ATTESTATION_PERIOD_DAYS: 365,
  ATTESTATION_GRACE_DAYS: 30,
  ATTESTATION_SUSPENSION_DAYS: 20,
  WORK_DUE_DAYS: 14,
  WORK_STEP_DAYS: 7,
  WORK_NOTICE_DAYS: 14,
  CERTIFICATION_FIRST_REMINDER_DAYS: 14,
  CERTIFICATION_SECOND_REMINDER_DAYS: 7,
  CERTIFICATION_LAST_REMINDER_DAYS: 1,
  CERTIFICATION_OVERDUE_DAYS: 1,
  WORK_REMINDER_DAYS: 3,
  LAW_ANSWER_PERIOD_DAYS: 365,
  BLOCK_REVIEW_DAYS: 180,
  TRAINING_VALID_MONTHS: 12,
}
const POLICY = { values: VALUES, securityPolicies: [] }
const ANSWERS = { personActive: true, trainingLapsesAt: null }

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
  running: [],
}
const TIMER: RunningTimer = {
  id: 'timer',
  kind: 'VACANCY',
  startedAt: T0,
  dueAt: addDays(T0, 30),
  firstWarnedAt: null,
  lastWarnedAt: null,
  escalatedAt: null,
}
const EXCEPTION: GrantedException = {
  id: 'exception',
  clauses: ['V.B.5'],
  componentId: null,
  platformId: null,
  accountId: 'account',
  validFrom: T0,
  validUntil: addDays(T0, 10),
}

function acts(steps: readonly TimerStep[]): readonly string[] {
  return steps.map((step) => {
    if (step.act === 'START') return `START ${step.kind}`
    if (step.act === 'WARN') return `WARN ${step.which}`
    return step.act === 'END' ? `END ${step.outcome}` : step.act
  })
}
const on = (account: Partial<TimedAccount>, day = 0) =>
  acts(timerSteps({ ...ACCOUNT, ...account }, POLICY, addDays(T0, day)))

describe('V.B.5: while nobody answers for an active account', () => {
  test('a time begins, as long as the policy says', () => {
    expect(timerSteps(ACCOUNT, POLICY, T0)).toEqual([
      { act: 'START', kind: 'VACANCY', dueAt: addDays(T0, 30) },
    ])
  })
  test.each([
    [15, []],
    [16, ['WARN FIRST']],
    [23, ['WARN LAST']],
    [29, ['WARN LAST']],
    [30, ['END SUSPENDED']],
    [400, ['END SUSPENDED']],
  ])('on day %i: %j', (day, expected) => {
    expect(on({ running: [TIMER] }, day)).toEqual(expected)
  })
  test('each warning is given once', () => {
    expect(on({ running: [{ ...TIMER, firstWarnedAt: addDays(T0, 16) }] }, 17)).toEqual([])
    expect(on({ running: [{ ...TIMER, lastWarnedAt: addDays(T0, 23) }] }, 24)).toEqual([])
  })
  test('it ends by itself when somebody answers again', () => {
    expect(on({ primary: ANSWERS, running: [TIMER] }, 40)).toEqual(['END RESOLVED'])
  })
  test.each(['SUSPENDED', 'RETIRING', 'RETIRED'] as const)('none runs for an account that is %s', (state) => {
    expect(on({ state })).toEqual([])
    expect(on({ state, running: [TIMER] }, 40)).toEqual(['END NOT_ACTIVE'])
  })
  test('an exception in force holds it off, and afterwards it begins anew (V.B.12)', () => {
    expect(on({ exceptions: [EXCEPTION] })).toEqual([])
    expect(on({ exceptions: [EXCEPTION], running: [TIMER] }, 5)).toEqual(['END EXCEPTED'])
    expect(on({ exceptions: [EXCEPTION] }, 10)).toEqual(['START VACANCY'])
    expect(on({ exceptions: [{ ...EXCEPTION, accountId: 'another' }] })).toEqual(['START VACANCY'])
  })
})

describe('V.B.5: an imported account that nobody has claimed', () => {
  const unclaimed = { unclaimed: true, claimBy: addDays(T0, 89) }
  const claim: RunningTimer = { ...TIMER, kind: 'CLAIM', dueAt: addDays(T0, 90) }
  test('has until the end of its day, and no vacancy runs', () => {
    expect(timerSteps({ ...ACCOUNT, ...unclaimed }, POLICY, T0)).toEqual([
      { act: 'START', kind: 'CLAIM', dueAt: addDays(T0, 90) },
    ])
  })
  test('is escalated once at the end, and never suspended', () => {
    expect(on({ ...unclaimed, running: [claim] }, 90)).toEqual(['ESCALATE'])
    expect(on({ ...unclaimed, running: [{ ...claim, escalatedAt: addDays(T0, 90) }] }, 900)).toEqual([])
  })
  test('is done with once it is claimed', () => {
    expect(on({ primary: ANSWERS, claimBy: unclaimed.claimBy, running: [claim] }, 95)).toEqual([
      'END RESOLVED',
    ])
  })
})

describe('IV.B.3: the security of an account is attested in time', () => {
  const first = { id: 'v1', effectiveFrom: T0 }
  const second = { id: 'v2', effectiveFrom: addDays(T0, 100) }
  const at = (
    day: number,
    attestation: TimedAccount['attestation'],
    running: readonly RunningTimer[] = [],
    securityPolicies = [first],
  ) =>
    acts(
      timerSteps(
        { ...ACCOUNT, primary: ANSWERS, attestation, running },
        { values: VALUES, securityPolicies },
        addDays(T0, day),
      ),
    )
  test('without a policy there is nothing to attest', () => {
    expect(at(1000, null, [], [])).toEqual([])
  })
  test('a time begins when the grace is over', () => {
    expect(at(29, null)).toEqual([])
    expect(at(30, null)).toEqual(['START ATTESTATION'])
  })
  test('an attestation holds for its period', () => {
    const attestation = { policyId: 'v1', attestedAt: addDays(T0, 10) }
    expect(at(374, attestation)).toEqual([])
    expect(at(375, attestation)).toEqual(['START ATTESTATION'])
  })
  test('a new version makes it due again after the grace', () => {
    const attestation = { policyId: 'v1', attestedAt: addDays(T0, 10) }
    expect(at(129, attestation, [], [first, second])).toEqual([])
    expect(at(130, attestation, [], [first, second])).toEqual(['START ATTESTATION'])
  })
  test('what is overdue at the end suspends', () => {
    const timer: RunningTimer = { ...TIMER, kind: 'ATTESTATION', dueAt: addDays(T0, 50) }
    expect(at(50, null, [timer])).toEqual(['END SUSPENDED'])
  })
  test('an account is suspended once, for what ran out first', () => {
    const both = [TIMER, { ...TIMER, id: 'other', kind: 'ATTESTATION', dueAt: addDays(T0, 29) } as const]
    const steps = timerSteps(
      { ...ACCOUNT, running: both },
      { values: VALUES, securityPolicies: [first] },
      addDays(T0, 60),
    )
    expect(steps).toMatchObject([{ act: 'END', outcome: 'SUSPENDED', timer: { id: 'other' } }])
  })
})
