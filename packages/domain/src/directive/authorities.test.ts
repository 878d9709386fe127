import { expect, test } from 'vitest'
import { AUTHORITIES, authoritiesOf, listAuthorities } from './authorities.ts'
import { CLAUSE_IDS } from './clauses.ts'

test('every authority of section III is there, A to K', () => {
  expect(Object.keys(AUTHORITIES)).toEqual([...'ABCDEFGHIJK'].map((letter) => `III.${letter}`))
})

test.each(listAuthorities())('$id says what keeps it here', ({ clauses, note }) => {
  expect(clauses.length > 0 || note !== null).toBe(true)
  expect(CLAUSE_IDS).toEqual(expect.arrayContaining([...clauses]))
})

test('a clause that is an authority itself keeps it', () => {
  for (const id of CLAUSE_IDS.filter((clause) => clause.startsWith('III.')))
    expect(authoritiesOf(id)).toContain(id)
})
