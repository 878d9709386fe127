import { expect, test } from 'vitest'
import type { PlanRow } from './bulk.documents.ts'
import { reportLine, reportRows } from './bulk-report.ts'
import type { Plan } from './bulk-run.ts'

const ACCOUNT: PlanRow['account'] = {
  id: 'a',
  slug: 'x-testoutpost',
  title: 'Test outpost',
  handle: '@TestOutpost',
  profileUrl: 'https://x.com/TestOutpost',
  status: 'ACTIVE',
  platform: { name: 'X' },
  component: { code: 'CBP' },
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
  rows: [{ account: ACCOUNT, outcome: 'CHANGES', reason: null, clauses: [] }],
}

test('before a run a report says what would happen, and after it what did', () => {
  const [planned] = reportRows(PLAN, new Map())
  expect(planned && reportLine(planned, PLAN, null)).toMatchObject({
    handle: 'TestOutpost',
    url: 'https://x.com/TestOutpost',
    outcome: 'WOULD_CHANGE',
    group: '',
  })
  const clauses = [{ id: 'V.B.1', title: 'Only approved platforms are used' }]
  const result = { accountId: 'a', outcome: 'SKIPPED', reason: 'Not on this platform.', clauses } as const
  const [ran] = reportRows(PLAN, new Map([['a', result]]))
  expect(ran && reportLine(ran, PLAN, 'g')).toMatchObject({
    outcome: 'SKIPPED',
    reason: 'Not on this platform.',
    clauses: 'V.B.1',
    group: 'g',
  })
})
