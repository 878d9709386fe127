import { expect, test } from 'vitest'
import { accountDeadlines } from './account-deadline.ts'

type Known = Parameters<typeof accountDeadlines>[0]

const CLAUSE = { id: 'V.B.5', title: 'Contact' }
const QUIET: Known = {
  state: 'ACTIVE',
  claimBy: null,
  claimedAt: '2026-01-01T00:00:00Z',
  platformReviewSince: null,
  vacant: false,
  contacts: [],
  confirmations: [],
  timers: [],
  securityStanding: null,
  findings: [],
}

function timer(kind: 'VACANCY' | 'ATTESTATION' | 'CLAIM', dueAt: string, endedAt: string | null = null) {
  const told = { firstWarnedAt: null, lastWarnedAt: null, escalatedAt: null }
  const started = { id: `${kind} ${dueAt}`, startedAt: '2026-11-01T00:00:00Z', clause: CLAUSE }
  return { ...told, ...started, kind, dueAt, endedAt, daysLeft: 1, outcome: null }
}

function attestedBy(dueAt: string): Known['securityStanding'] {
  const availableAction = { action: 'attestAccountSecurityPolicy', allowed: true, blockedBy: null }
  return { dueAt, overdue: false, availableAction }
}

test('an account of which nothing is asked waits for nothing', () => {
  expect(accountDeadlines(QUIET)).toEqual([])
})

test('IV.B.3: a missing attestation and the suspension it leads to are deadlines, the nearest first', () => {
  const account: Known = {
    ...QUIET,
    securityStanding: attestedBy('2026-11-20T09:00:00Z'),
    timers: [
      timer('ATTESTATION', '2026-12-20T09:00:00Z'),
      timer('VACANCY', '2026-10-01T00:00:00Z', '2026-10-02'),
    ],
  }
  expect(accountDeadlines(account)).toEqual([
    { words: 'its security is attested (IV.B.3)', dueOn: '2026-11-20' },
    { words: 'its security is attested, or it is suspended (IV.B.3)', dueOn: '2026-12-20' },
  ])
})

test('IV.A.3: where the training of whoever is named has run out, the way back is that training', () => {
  const person = { id: 'p', displayName: 'Persona', email: null, state: 'ACTIVE' } as const
  const named = {
    id: 'c',
    role: 'PRIMARY',
    startedAt: '2026-01-01T00:00:00Z',
    endedAt: null,
    endReason: null,
  } as const
  const untrained: Known = { ...QUIET, vacant: true, contacts: [{ ...named, person }] }
  expect(accountDeadlines(untrained)[0]?.words).toContain('take the training that has run out (IV.A.3)')
  const timed = { ...untrained, timers: [timer('VACANCY', '2026-12-24T00:00:00Z')] }
  expect(accountDeadlines(timed)).toEqual([
    {
      words:
        'its contact takes the training that has run out, or another is named, or it is suspended (IV.A.3, V.B.5)',
      dueOn: '2026-12-24',
    },
  ])
})

test('V.B.5: a vacancy has the day of its timer where one runs, and no day where none does', () => {
  const vacant = { ...QUIET, vacant: true }
  expect(accountDeadlines(vacant)).toEqual([{ words: 'it waits for a primary contact (V.B.5)', dueOn: null }])
  expect(accountDeadlines({ ...vacant, timers: [timer('VACANCY', '2026-12-24T00:00:00Z')] })).toEqual([
    { words: 'a primary contact is named, or it is suspended (V.B.5)', dueOn: '2026-12-24' },
  ])
})

test('IV.A.5: corrective actions that are still to be done count, and what has ended asks for no attestation', () => {
  const finding = { id: 'f', code: 'C', detail: 'D', state: 'OPEN', openedAt: '', closedAt: null } as const
  const steps = (['ASSIGNED', 'COMPLETED', 'RETURNED'] as const).map((state, at) => ({
    state,
    dueOn: `2026-12-0${3 - at}`,
  }))
  const findings = [{ ...finding, clause: CLAUSE, correctiveActions: steps }]
  const due = accountDeadlines({
    ...QUIET,
    state: 'RETIRED',
    securityStanding: attestedBy('2026-11-20T09:00:00Z'),
    findings,
  })
  expect(due.map(({ dueOn }) => dueOn)).toEqual(['2026-12-01', '2026-12-03'])
})
