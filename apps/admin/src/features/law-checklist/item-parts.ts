import { AUTHORITIES, isAuthorityId } from '@official-accounts/domain/directive/authorities'
import { LAW_ANSWERERS, LAW_AREAS, LAW_FACTS } from '@official-accounts/domain/law-checklist/law-checklist'
import type { FormField } from '../../form/form-field.ts'
import { valueOf } from '../../form/form-field.ts'
import { readParts, writeParts } from '../../form/parts.ts'
import { choiceOf } from '../../ui/search-params.ts'
import { enumWords } from '../../ui/words.ts'
import { freeKey, shortened } from '../request-form/question-parts.ts'
import type { LawChecklistDetail } from './law-checklist.documents.ts'
import { answererWords, FACT_WORDS } from './law-words.ts'

type Item = LawChecklistDetail['items'][number]

const QUESTION: readonly FormField[] = [
  {
    name: 'question',
    label: 'What is asked',
    control: 'TEXT',
    required: true,
    hint: 'Yes means that it is met.',
  },
  { name: 'help', label: 'What helps to answer it', control: 'TEXT' },
  {
    name: 'area',
    label: 'Area',
    control: 'CHOICE',
    required: true,
    choices: LAW_AREAS.map((value) => ({ value, label: enumWords(value) })),
  },
  {
    name: 'fact',
    label: 'Answered by what is on record',
    control: 'CHOICE',
    choices: LAW_FACTS.map((value) => ({ value, label: FACT_WORDS[value] })),
    hint: 'Where one is chosen, nobody answers it by hand.',
  },
  {
    name: 'answerer',
    label: 'Who answers it',
    control: 'CHOICE',
    required: true,
    choices: LAW_ANSWERERS.map((value) => ({ value, label: answererWords(value) })),
  },
  {
    name: 'authority',
    label: 'The authority it rests on',
    control: 'CHOICE',
    choices: Object.keys(AUTHORITIES)
      .filter(isAuthorityId)
      .map((id) => ({ value: id, label: `${id} ${AUTHORITIES[id].title}` })),
  },
]

/** The items of the checklist, edited one by one; one put in other words is asked of every account anew. */
export const ITEMS_FIELD: FormField = {
  name: 'items',
  label: 'What every account is asked',
  control: 'PARTS',
  hint: 'In order. Every area of V.A.2 keeps at least one. What is put in other words is asked of every account anew.',
  parts: {
    fieldsOf: () => QUESTION,
    nameOf: ({ question = '' }, at) =>
      `Item ${at + 1}${question.trim() === '' ? '' : ` “${shortened(question)}”`}`,
    begin: { question: '', area: 'ACCESSIBILITY', answerer: 'ACCOUNT' },
    addLabel: 'Add an item',
    removeLabel: 'Retire this item',
    ordered: true,
  },
}

/** The items in force, as the editor begins with them. */
export function itemParts(items: readonly Item[]): string {
  return writeParts(
    items.map(({ key, question, help, area, fact, answerer, authority }) => ({
      key,
      question,
      help: help ?? '',
      area,
      fact: fact ?? '',
      answerer,
      authority: authority?.id ?? '',
    })),
  )
}

/** The items as the mutation takes them, in their order; a new one gets a key of its own. */
export function itemInput(value: string) {
  const parts = readParts(value)
  const taken = new Set(parts.flatMap(({ key }) => key ?? []))
  return parts.map((part) => {
    const key = part['key'] ?? freeKey(part['question'] ?? '', taken)
    taken.add(key)
    return {
      key,
      question: part['question']?.trim() ?? '',
      help: valueOf(part, 'help'),
      area: choiceOf(LAW_AREAS, part['area']) ?? 'ACCESSIBILITY',
      fact: choiceOf(LAW_FACTS, part['fact']) ?? null,
      answerer: choiceOf(LAW_ANSWERERS, part['answerer']) ?? 'ACCOUNT',
      authority: valueOf(part, 'authority'),
    }
  })
}
