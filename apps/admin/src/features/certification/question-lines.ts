import { QUESTION_KINDS, type QuestionKind } from '@official-accounts/domain/certification/certification'
import { isOneOf } from '../../ui/words.ts'

/** A question as a line of text said it. */
export interface LineQuestion {
  readonly key: string
  readonly text: string
  readonly kind: QuestionKind
  readonly choices: string[]
  readonly clause: string
}

type ReadQuestion =
  | { readonly question: LineQuestion; readonly problem: null }
  | { readonly question: null; readonly problem: string }

/** What a line means, or what is wrong with it; `line` counts from 1, empty ones included. */
export type ReadLine = ReadQuestion & { readonly line: number }

/** Reads questions from text, one a line: clause, kind, question and, for a choice, its choices. */
export function readQuestionLines(text: string): readonly ReadLine[] {
  return text.split('\n').flatMap((written, at) => {
    if (written.trim() === '') return []
    return [{ ...readLine(written.split('|').map((part) => part.trim())), line: at + 1 }]
  })
}

function readLine([clause = '', kind = '', text = '', choices = '']: readonly string[]): ReadQuestion {
  if (clause === '' || text === '') return wrong('Write clause | kind | question.')
  if (!isOneOf(QUESTION_KINDS, kind)) return wrong(`The kind is one of ${QUESTION_KINDS.join(', ')}.`)
  const question = { key: keyOf(text), text, kind, choices: listed(choices), clause }
  return question.key === ''
    ? wrong('A question has letters of the English alphabet.')
    : { question, problem: null }
}

function wrong(problem: string): ReadQuestion {
  return { question: null, problem }
}

function listed(choices: string): string[] {
  return choices
    .split(',')
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '')
}

// The same words give the same key, so that next year's answers find last year's.
function keyOf(text: string): string {
  const words = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return words
    .replace(/^[-0-9]+/, '')
    .slice(0, 40)
    .replace(/-+$/, '')
}
