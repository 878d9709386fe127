import { describe, expect, test } from 'vitest'
import { pageNumbers } from './page-numbers.ts'

describe('the numbers of a pagination', () => {
  test('are all there while there are few', () => {
    expect(pageNumbers(1, 1)).toEqual([1])
    expect(pageNumbers(2, 5)).toEqual([1, 2, 3, 4, 5])
  })

  test('leave out what is far from the current page, first and last excepted', () => {
    expect(pageNumbers(1, 100)).toEqual([1, 2, null, 100])
    expect(pageNumbers(50, 100)).toEqual([1, null, 49, 50, 51, null, 100])
    expect(pageNumbers(100, 100)).toEqual([1, null, 99, 100])
  })

  test('show a page rather than a gap in its place', () => {
    expect(pageNumbers(4, 100)).toEqual([1, 2, 3, 4, 5, null, 100])
  })
})
