import { expect, test } from 'vitest'
import { shareMet, sumBy } from './score-sums.ts'

const score = { checked: 2, met: 1, open: 1, excepted: 0 }

test('scores of one name are added up', () => {
  const sums = sumBy([score, score], () => ({ key: 'a', name: 'A' }))
  expect(sums).toEqual([{ key: 'a', name: 'A', checked: 4, met: 2, open: 2, excepted: 0 }])
})

test('what is not all met is never shown as all, and nothing asked is no share', () => {
  expect(shareMet({ checked: 1000, met: 999, open: 1, excepted: 0 })).toBe('99 %')
  expect(shareMet({ checked: 0, met: 0, open: 3, excepted: 0 })).toBe('–')
})
