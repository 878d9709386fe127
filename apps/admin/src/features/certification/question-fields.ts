import type { QuestionKind } from '@official-accounts/domain/certification/certification'
import { requiredValue, valueOf, type FormField, type FormValues } from '../../form/form-field.ts'

/** A question as a form asks it. */
export interface AskedQuestion {
  readonly key: string
  readonly text: string
  readonly kind: QuestionKind
  readonly choices: readonly string[]
  readonly clause: { readonly title: string } | null
}

const YES_NO = [
  { value: 'YES', label: 'Yes' },
  { value: 'NO', label: 'No' },
]
const NOTE: FormField = {
  name: 'note',
  label: 'Note',
  control: 'LONG_TEXT',
  hint: 'Needed where an answer is no.',
}

/** The fields that answer a certification's questions, and the note beside them. */
export function questionFields(questions: readonly AskedQuestion[]): readonly FormField[] {
  return [
    ...questions.map(({ key, text, kind, choices, clause }): FormField => {
      const base = {
        name: nameOf(key),
        label: text,
        required: true,
        ...(clause ? { hint: clause.title } : {}),
      }
      if (kind === 'TEXT') return { ...base, control: 'LONG_TEXT' }
      const listed = choices.map((value) => ({ value, label: value }))
      return { ...base, control: 'CHOICE', choices: kind === 'YES_NO' ? YES_NO : listed }
    }),
    NOTE,
  ]
}

/** What was typed into these fields, as the mutations take it. */
export function givenAnswers(questions: readonly AskedQuestion[], values: FormValues) {
  return {
    answers: questions.map(({ key }) => ({ key, value: requiredValue(values, nameOf(key)) })),
    note: valueOf(values, NOTE.name),
  }
}

/** What the fields begin with: the answers given before, to questions asked in the same words. */
export function answeredBefore(
  questions: readonly AskedQuestion[],
  given: readonly { readonly key: string; readonly question: string; readonly value: string }[],
): FormValues {
  const same = given.filter(({ key, question }) =>
    questions.some((asked) => asked.key === key && asked.text === question),
  )
  return Object.fromEntries(same.map(({ key, value }) => [nameOf(key), value]))
}

// A question may have any key, also that of another field.
function nameOf(key: string): string {
  return `question-${key}`
}
