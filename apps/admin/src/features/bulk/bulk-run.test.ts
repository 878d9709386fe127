import { describe, expect, test } from 'vitest'
import { nextBulkState, waiting, type BulkEvent, type BulkState, type Plan } from './bulk-run.ts'
import type { PlanRow, RunRow } from './bulk.documents.ts'

function planRow(id: string, outcome: PlanRow['outcome']): PlanRow {
  const account = { id, slug: id, title: id, handle: id, profileUrl: '', status: 'ACTIVE' } as const
  return {
    outcome,
    reason: null,
    clauses: [],
    account: { ...account, platform: { name: 'X' }, component: { code: 'CBP' } },
  }
}

function ran(accountId: string, outcome: RunRow['outcome'] = 'CHANGES'): RunRow {
  return { accountId, outcome, reason: null, clauses: [] }
}

const PLAN: Plan = {
  input: {
    action: 'suspendAccount',
    personId: null,
    reason: 'A test.',
    certificationId: null,
    answers: null,
    note: null,
  },
  run: 'run',
  rows: [
    planRow('a', 'CHANGES'),
    planRow('b', 'SKIPPED'),
    planRow('c', 'CHANGES'),
    planRow('d', 'NOT_ALLOWED'),
  ],
}

function after(...events: readonly BulkEvent[]): BulkState {
  return events.reduce(nextBulkState, { step: 'ASKING', problem: null })
}

describe('a bulk action', () => {
  test('is checked before anything happens, and says how far it is', () => {
    expect(after({ type: 'CHECK' }, { type: 'CHECKED_SO_FAR', checked: 100 })).toEqual({
      step: 'CHECKING',
      checked: 100,
    })
    expect(after({ type: 'RUN' })).toEqual({ step: 'ASKING', problem: null })
  })
  test('changes what the dry run says would change, and ends with the last of it', () => {
    const running = after({ type: 'PLANNED', plan: PLAN }, { type: 'RUN' })
    expect(running.step === 'RUNNING' && waiting(running)).toEqual(['a', 'c'])
    const half = nextBulkState(running, { type: 'RAN', rows: [ran('a')], groupId: 'g' })
    expect(half.step).toBe('RUNNING')
    const done = nextBulkState(half, { type: 'RAN', rows: [ran('c', 'SKIPPED')], groupId: 'g' })
    expect(done).toMatchObject({ step: 'DONE', groupId: 'g' })
  })
  test('held up, goes on with what has no result yet', () => {
    const paused = after(
      { type: 'PLANNED', plan: PLAN },
      { type: 'RUN' },
      { type: 'RAN', rows: [ran('a')], groupId: 'g' },
      { type: 'PAUSED', problem: 'The server could not be reached.' },
    )
    expect(paused).toMatchObject({ step: 'PAUSED', problem: 'The server could not be reached.' })
    const again = nextBulkState(paused, { type: 'RUN' })
    expect(again).toMatchObject({ step: 'RUNNING', problem: null, groupId: 'g' })
    expect(again.step === 'RUNNING' && waiting(again)).toEqual(['c'])
  })
  test('a check that failed says why and asks again', () => {
    expect(after({ type: 'CHECK' }, { type: 'CHECK_FAILED', problem: 'Too many.' })).toEqual({
      step: 'ASKING',
      problem: 'Too many.',
    })
  })
})
