import { describe, expect, it } from 'vitest'
import { cursorOf, nextPage, pageWords, previousPage, rangeWords, readPaging, type Paging } from './paging.ts'

describe('the way through a list', () => {
  it('leads back to where it came from', () => {
    const second = nextPage({}, 'a')
    const third = nextPage(second, 'b')
    expect(third).toEqual({ page: 3, after: ['a', 'b'] })
    expect(previousPage(third)).toEqual(second)
    expect(cursorOf(previousPage(second))).toBeNull()
  })

  it('keeps the address short, and leads to the beginning where the way back is lost', () => {
    let paging: Paging = {}
    for (let page = 1; page < 60; page++) paging = nextPage(paging, `c${page}`)
    expect(paging.page).toBe(60)
    expect(paging.after?.length).toBeLessThanOrEqual(20)
    while (paging.after) paging = previousPage(paging)
    expect(paging.page).toBeUndefined()
  })

  it('takes a page without a cursor for the first', () => {
    expect(readPaging({ page: '4' })).toEqual({})
  })

  it('says which rows are shown', () => {
    expect(rangeWords({ page: 2, after: ['a'] }, 50, 1297)).toBe('Showing 51–100 of 1,297')
    expect(rangeWords({}, 0, 0)).toBe('Showing none of 0')
  })

  it('says how many pages there are, where anybody counts', () => {
    expect(pageWords({ page: 2, after: ['a'] }, 101)).toBe('Page 2 of 3')
    expect(pageWords({}, 0)).toBe('Page 1 of 1')
    expect(pageWords({ page: 4, after: ['a'] }, null)).toBe('Page 4')
    expect(pageWords({ page: 4, after: ['a'] }, 60)).toBe('Page 4')
  })
})
