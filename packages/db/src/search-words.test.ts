import { expect, it } from 'vitest'
import { readSearchWords } from './search-words.ts'

it('takes an address or a handle for what stands in the records', () => {
  expect(readSearchWords(' HTTPS://www.x.com/FEMA/ @cisa ')?.words).toEqual(['x.com/fema', 'cisa'])
})

it('looks for one or two letters at the beginning of a word alone', () => {
  expect(readSearchWords('x border')?.patterns).toEqual(['%border%', '% x%'])
})

it('takes signs of a pattern for themselves', () => {
  expect(readSearchWords('100%_')?.patterns).toEqual([String.raw`%100\%\_%`])
})

it('finds no word in blanks', () => {
  expect(readSearchWords('  @ ')).toBeNull()
})
