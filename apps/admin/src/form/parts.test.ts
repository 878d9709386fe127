import { describe, expect, test } from 'vitest'
import { checkFields, placeIssues } from './check-fields.ts'
import type { FormField, PartsOf } from './form-field.ts'
import { movePart, placePart, readParts, writeParts } from './parts.ts'

const parts: PartsOf = {
  fieldsOf: ({ kind }) => [
    { name: 'label', label: 'What is asked', control: 'TEXT', required: true },
    ...(kind === 'CHOICE' ? [{ name: 'choices', label: 'Choices', control: 'LONG_TEXT' } as const] : []),
  ],
  nameOf: ({ label }, at) => `Question ${at + 1}${label ? ` “${label}”` : ''}`,
  begin: { label: '' },
  addLabel: 'Add a question',
  removeLabel: 'Retire it',
  ordered: true,
}
const FIELDS: readonly FormField[] = [
  { name: 'questions', label: 'Questions', control: 'PARTS', parts },
  { name: 'answers.staffing', label: 'Staffing', control: 'TEXT' },
]
const value = writeParts([{ label: 'Whom?', kind: 'CHOICE' }, { label: '' }])

test('a list is read as it was written, and what is none is empty', () => {
  expect(readParts(value)).toEqual([{ label: 'Whom?', kind: 'CHOICE' }, { label: '' }])
  expect(readParts('no list')).toEqual([])
  expect(readParts('[3, {"label": 4}]')).toEqual([{}, {}])
})

test('a thing moves one place, and not beyond the ends', () => {
  const list = [{ name: 'a' }, { name: 'b' }]
  expect(movePart(list, 0, 1)).toEqual([{ name: 'b' }, { name: 'a' }])
  expect(movePart(list, 0, -1)).toBe(list)
  expect(movePart(list, 1, 2)).toBe(list)
})

describe('an issue leads to the question of the thing it is about, in words that name it', () => {
  test('by its path, also where that goes deeper', () => {
    const at = (rest: string) => placePart('questions', parts, value, rest)
    expect(at('.1.label')).toEqual({ path: 'questions.1.label', label: 'Question 2, What is asked' })
    expect(at('.0.choices.3')?.label).toBe('Question 1 “Whom?”, Choices')
    expect(at('[0].choices')?.path).toBe('questions.0.choices')
    expect(at('.1.risk')).toEqual({ path: 'questions.1', label: 'Question 2' })
    expect(at('.7.label')).toBeNull()
    expect(at('')).toBeNull()
  })
  test('before anything is sent', () => {
    expect(checkFields(FIELDS, { questions: value })).toEqual([
      { path: 'questions.1.label', message: 'Question 2, What is asked: this is needed.' },
    ])
  })
  test('and from the server', () => {
    const issues = [
      { path: 'questions.0.choices', message: 'Two at least.' },
      { path: 'questions', message: 'Too many.' },
      { path: 'answers.staffing', message: 'Answer it.' },
      { path: 'elsewhere', message: 'Unknown.' },
    ]
    expect(placeIssues(FIELDS, { questions: value }, issues)).toEqual({
      placed: [
        { path: 'questions.0.choices', message: 'Question 1 “Whom?”, Choices: Two at least.' },
        { path: 'questions', message: 'Questions: Too many.' },
        { path: 'answers.staffing', message: 'Staffing: Answer it.' },
      ],
      loose: [{ path: 'elsewhere', message: 'Unknown.' }],
    })
  })
})
