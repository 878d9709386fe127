import { LAW_OUTCOMES } from '@official-accounts/domain/law-checklist/law-checklist'
import { valueOf, type FormField, type FormValues } from '../../form/form-field.ts'
import { choiceOf } from '../../ui/search-params.ts'
import { enumWords } from '../../ui/words.ts'
import type { AccountChecklist, CheckedAccount } from './law-checklist.documents.ts'
import { OUTCOME_WORDS } from './law-words.ts'

type Items = AccountChecklist['items']
type Answers = CheckedAccount['lawAnswers']

// Equal to the path of the server's issues.
const outcomeName = (key: string) => `answers.${key}`
const noteName = (key: string) => `note.${key}`

/** Two fields for each item that is the reader's to answer, under its area. */
export function answerFields(items: Items): readonly FormField[] {
  return items
    .filter(({ mine }) => mine)
    .flatMap(({ item: { key, area, question, help } }): FormField[] => [
      {
        name: outcomeName(key),
        label: question,
        control: 'CHOICE',
        choices: LAW_OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] })),
        section: enumWords(area),
        ...(help === null ? {} : { hint: help }),
      },
      {
        name: noteName(key),
        label: `Note on “${question}”`,
        control: 'LONG_TEXT',
        section: enumWords(area),
        hint: 'Needed where the answer is no or it does not apply.',
      },
    ])
}

/** What was answered to the words in force, as the form begins with it. */
export function answerValues(items: Items, answers: Answers): FormValues {
  return Object.fromEntries(
    items.flatMap(({ item: { key }, standing, mine }) => {
      const answer = answers.find(({ itemKey }) => itemKey === key)
      if (!mine || answer === undefined || standing === 'CHANGED') return []
      return [
        [outcomeName(key), answer.outcome],
        [noteName(key), answer.note ?? ''],
      ]
    }),
  )
}

/** What is to be kept: what differs from the answer that holds, and what holds no more. */
export function answerInput(items: Items, answers: Answers, values: FormValues) {
  return items.flatMap(({ item: { key }, standing, mine }) => {
    const outcome = choiceOf(LAW_OUTCOMES, values[outcomeName(key)])
    if (!mine || outcome === undefined) return []
    const note = valueOf(values, noteName(key))
    const held = answers.find(({ itemKey }) => itemKey === key)
    const isSame = standing === outcome && held?.note === note
    return isSame ? [] : [{ key, outcome, note }]
  })
}
