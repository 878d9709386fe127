import { expect, test } from 'vitest'
import { CLAUSE_IDS } from '../directive/clauses.ts'
import { CHECKS } from './checks.ts'
import { checksUnder, UNCHECKED } from './clause-coverage.ts'

test('every clause is checked by facts or says why it is not, and none both', () => {
  const both = CLAUSE_IDS.filter((clause) => checksUnder(clause).length > 0 && UNCHECKED[clause])
  const neither = CLAUSE_IDS.filter((clause) => checksUnder(clause).length === 0 && !UNCHECKED[clause])
  expect({ both, neither }).toEqual({ both: [], neither: [] })
})

test('no two checks share a code: a code tells which one a finding belongs to', () => {
  expect(new Set(CHECKS.map(({ code }) => code)).size).toBe(CHECKS.length)
})
