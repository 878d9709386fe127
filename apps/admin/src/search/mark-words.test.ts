import { expect, it } from 'vitest'
import { markWords } from './mark-words.ts'

it('marks each word wherever it stands, in letters of any size', () => {
  expect(markWords('FEMA Region 1 (fema)', ['fema', '1'])).toEqual([
    { text: 'FEMA', found: true },
    { text: ' Region ', found: false },
    { text: '1', found: true },
    { text: ' (', found: false },
    { text: 'fema', found: true },
    { text: ')', found: false },
  ])
})

it('takes signs for themselves, and loses nothing of the text', () => {
  const text = 'a.b (c) [d] \\ $1'
  for (const words of [['.'], ['(', '$1'], ['['], ['\\'], [''], []]) {
    expect(
      markWords(text, words)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  }
  expect(markWords(text, ['.']).filter(({ found }) => found)).toHaveLength(1)
})
