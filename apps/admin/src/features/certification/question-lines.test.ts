import { expect, test } from 'vitest'
import { readQuestionLines } from './question-lines.ts'

test('a line is a question with a key of its own words', () => {
  expect(readQuestionLines('V.B.5 | YES_NO | Is the contact current?\n\n')).toEqual([
    {
      line: 1,
      problem: null,
      question: {
        key: 'is-the-contact-current',
        text: 'Is the contact current?',
        kind: 'YES_NO',
        choices: [],
        clause: 'V.B.5',
      },
    },
  ])
})

test('a choice names its choices', () => {
  const [line] = readQuestionLines('V.B.3 | CHOICE | Which mission? | Travel, Trade')
  expect(line?.question?.choices).toEqual(['Travel', 'Trade'])
})

test.each(['Is it needed?', 'V.B.5 | MAYBE | Is it needed?', 'V.B.5 | TEXT | ??'])(
  '%s is told to be no question',
  (text) => {
    expect(readQuestionLines(text).map(({ question }) => question)).toEqual([null])
  },
)
