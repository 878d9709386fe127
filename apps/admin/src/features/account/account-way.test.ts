import { expect, it } from 'vitest'
import { accountWay } from './account-way.ts'

const NOBODY = { displayName: 'Test Person' }
const BASE: Parameters<typeof accountWay>[0] = {
  state: 'ACTIVE',
  decisions: [],
  migration: null,
  listedOn: null,
  requestedAt: '2026-01-01T00:00:00Z',
  requestedBy: NOBODY,
  activatedAt: null,
  suspendedAt: null,
  retiredAt: null,
}

function decision(
  kind: 'RETURNED' | 'RESUBMITTED' | 'ENDORSED' | 'PERMITTED' | 'APPROVED' | 'SUSPENDED' | 'REINSTATED',
  month: string,
) {
  return {
    kind,
    decidedAt: `2026-${month}-01T00:00:00Z`,
    reason: null,
    role: null,
    decidedBy: NOBODY,
    clauses: [],
    usedExceptions: [],
    delegation: null,
  }
}

it('follows the decisions from state to state, there and back', () => {
  const way = accountWay({
    ...BASE,
    activatedAt: '2026-07-01T00:00:00Z',
    decisions: [
      decision('RETURNED', '02'),
      decision('RESUBMITTED', '03'),
      decision('ENDORSED', '04'),
      decision('PERMITTED', '05'),
      decision('APPROVED', '06'),
      decision('SUSPENDED', '08'),
      decision('REINSTATED', '09'),
    ],
  })
  expect(way.map(({ state }) => state)).toEqual([
    'REQUESTED',
    'CHANGES_REQUESTED',
    'REQUESTED',
    'ENDORSED',
    'APPROVED',
    'ACTIVE',
    'SUSPENDED',
    'ACTIVE',
  ])
  expect(way[1]?.how).toBe('returned by Test Person')
})

it('begins with the import, and ends where it stands though nobody said how it came there', () => {
  const imported = {
    ...BASE,
    requestedAt: null,
    requestedBy: null,
    migration: { id: 'x', fileName: 'a.csv' },
  }
  expect(accountWay(imported)).toEqual([{ state: 'ACTIVE', at: null, how: 'came with an import' }])
  expect(accountWay({ ...imported, state: 'RETIRING' }).map(({ state }) => state)).toEqual([
    'ACTIVE',
    'RETIRING',
  ])
})

it('goes by the dates on the account where the decisions are not for the reader', () => {
  const suspended = { ...BASE, state: 'SUSPENDED', suspendedAt: '2026-05-01T00:00:00Z' } as const
  expect(accountWay(suspended).at(-1)).toEqual({ state: 'SUSPENDED', at: '2026-05-01T00:00:00Z', how: '' })
})
