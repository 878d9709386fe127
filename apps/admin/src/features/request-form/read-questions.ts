import { QUESTION_KINDS, type QuestionKind } from '@official-accounts/domain/request-form/request-form'
import { isOneOf } from '../../ui/words.ts'

/** A question as the mutation takes it. */
interface QuestionInput {
  readonly key: string
  readonly label: string
  readonly help: string | null
  readonly kind: QuestionKind
  readonly choices: string[]
  readonly required: boolean
  readonly clause: string | null
  readonly risk: boolean
}

/** Questions written as JSON; what cannot be read is left empty, and the server says what is wrong with it. */
export function readQuestions(text: string): QuestionInput[] {
  const read = readJson(text)
  return Array.isArray(read) ? read.map(readQuestion) : []
}

function readQuestion(value: unknown): QuestionInput {
  const question = typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map()
  const textOf = (name: string): string | null => {
    const text: unknown = question.get(name)
    return typeof text === 'string' && text !== '' ? text : null
  }
  const choices: unknown = question.get('choices')
  const kind = textOf('kind') ?? ''
  return {
    key: textOf('key') ?? '',
    label: textOf('label') ?? '',
    help: textOf('help'),
    kind: isOneOf(QUESTION_KINDS, kind) ? kind : 'TEXT',
    choices: Array.isArray(choices) ? choices.map(String) : [],
    required: question.get('required') === true,
    clause: textOf('clause'),
    risk: question.get('risk') === true,
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
