import { expect, test } from 'vitest'
import { account } from '../data/directory.fixture.ts'
import { neighboursOf } from './neighbours.ts'

const list = Array.from({ length: 20 }, (_, index) => ({ ...account, slug: String(index) }))
const slugsBeside = (index: number) =>
  neighboursOf(list[index] ?? account, list)
    .map(({ slug }) => Number(slug))
    .join()

test('eight accounts stand beside one, wherever in the list it stands', () => {
  expect(slugsBeside(10)).toBe('6,7,8,9,11,12,13,14')
  expect(slugsBeside(0)).toBe('1,2,3,4,5,6,7,8')
  expect(slugsBeside(19)).toBe('11,12,13,14,15,16,17,18')
})

test('a short list is shown whole, and one that lacks the account has no neighbours for it', () => {
  expect(neighboursOf(list[1] ?? account, list.slice(0, 3)).map(({ slug }) => slug)).toEqual(['0', '2'])
  expect(neighboursOf(account, list)).toEqual([])
})
