import { CLAUSE_IDS, CLAUSES } from '@official-accounts/domain/directive/clauses'
import { QUESTION_KINDS, type QuestionKind } from '@official-accounts/domain/request-form/request-form'
import type { Choice, FormField, FormValues } from '../../form/form-field.ts'
import { readParts, writeParts } from '../../form/parts.ts'
import { choiceOf } from '../../ui/search-params.ts'
import type { RequestFormDetail } from './request-form.documents.ts'

type Question = RequestFormDetail['questions'][number]

const KIND_WORDS: Readonly<Record<QuestionKind, string>> = {
  TEXT: 'Words of their own',
  CHOICE: 'One of several choices',
  URL: 'A web address',
  YES_NO: 'Yes or no',
}

const YES_NO: readonly Choice[] = [
  { value: 'YES', label: 'Yes' },
  { value: 'NO', label: 'No' },
]

const ALWAYS: readonly FormField[] = [
  { name: 'label', label: 'What is asked', control: 'TEXT', required: true },
  { name: 'help', label: 'What helps to answer it', control: 'TEXT' },
  {
    name: 'kind',
    label: 'Answered with',
    control: 'CHOICE',
    required: true,
    choices: QUESTION_KINDS.map((value) => ({ value, label: KIND_WORDS[value] })),
  },
]

const CHOICES: FormField = {
  name: 'choices',
  label: 'Choices',
  control: 'LONG_TEXT',
  required: true,
  hint: 'One a line, two or more.',
}

const RISK: FormField = {
  name: 'risk',
  label: 'A yes asks for civil rights advice (IV.D.1)',
  control: 'CHOICE',
  required: true,
  choices: YES_NO,
}

const AFTER: readonly FormField[] = [
  { name: 'required', label: 'Every request answers it', control: 'CHOICE', required: true, choices: YES_NO },
  {
    name: 'clause',
    label: 'The clause that asks',
    control: 'CHOICE',
    choices: CLAUSE_IDS.map((id) => ({ value: id, label: `${id} ${CLAUSES[id].title}` })),
  },
]

/** The questions of the form, edited one by one; a retired one is asked no more and stays in earlier requests. */
export const QUESTIONS_FIELD: FormField = {
  name: 'questions',
  label: 'Further questions',
  control: 'PARTS',
  hint: 'In the order in which they are asked. At least one yes-or-no question stays that every request answers and whose yes asks for civil rights advice (IV.D.1).',
  parts: {
    fieldsOf: ({ kind }) => [
      ...ALWAYS,
      ...(kind === 'CHOICE' ? [CHOICES] : []),
      ...(kind === 'YES_NO' ? [RISK] : []),
      ...AFTER,
    ],
    nameOf: ({ label = '' }, at) =>
      `Question ${at + 1}${label.trim() === '' ? '' : ` “${shortened(label)}”`}`,
    begin: { label: '', kind: 'TEXT', required: 'NO', risk: 'NO' },
    addLabel: 'Add a question',
    removeLabel: 'Retire this question',
    ordered: true,
  },
}

/** A question short enough to stand in a heading. */
export function shortened(label: string): string {
  const text = label.trim()
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** The questions in force, as the editor begins with them. */
export function questionParts(questions: readonly Question[]): string {
  return writeParts(
    questions.map(({ key, label, help, kind, choices, required, clause, risk }) => ({
      key,
      label,
      help: help ?? '',
      kind,
      choices: choices.join('\n'),
      required: required ? 'YES' : 'NO',
      clause: clause?.id ?? '',
      risk: risk ? 'YES' : 'NO',
    })),
  )
}

/** The questions as the mutation takes them, in their order; a new one gets a key of its own. */
export function questionInput(value: string) {
  const parts = readParts(value)
  const taken = new Set(parts.flatMap(({ key }) => key ?? []))
  return parts.map((part) => {
    const kind = choiceOf(QUESTION_KINDS, part['kind']) ?? 'TEXT'
    const key = part['key'] ?? freeKey(part['label'] ?? '', taken)
    taken.add(key)
    return {
      key,
      label: part['label']?.trim() ?? '',
      help: given(part, 'help'),
      kind,
      // What another kind of answer does not have is not sent, though the editor keeps what was typed.
      choices: kind === 'CHOICE' ? linesOf(part['choices'] ?? '') : [],
      required: part['required'] === 'YES',
      clause: given(part, 'clause'),
      risk: kind === 'YES_NO' && part['risk'] === 'YES',
    }
  })
}

function given(part: FormValues, name: string): string | null {
  const text = part[name]?.trim() ?? ''
  return text === '' ? null : text
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '')
}

/** What answers are kept under, made of the question's words; it never changes once the question is asked. */
export function freeKey(label: string, taken: ReadonlySet<string>): string {
  const words = label.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const joined = words
    .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
    .replace(/^[0-9]+/, '')
    .slice(0, 36)
  const base = /^[a-z][A-Za-z0-9]/.test(joined) ? joined : `question${joined}`
  for (let number = 2, key = base; ; number += 1) {
    if (!taken.has(key)) return key
    key = `${base}${number}`
  }
}
