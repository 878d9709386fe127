import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { AvailableAction } from '../available-action.ts'
import { firstRefusal } from '../decision.ts'
import { invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import { LAW_AREAS, type LawChecklist, type LawItem, type LawQuestion } from './law-checklist.ts'

const KEY = /^[a-z][A-Za-z0-9]{1,39}$/

/** A checklist asks about each of the eight areas that V.A.2 names, and nothing twice. */
export function checkLawQuestions(questions: readonly LawQuestion[]): Refusal | null {
  return firstRefusal(
    ...questions.map((question, at) => () => checkQuestion(question, at)),
    () => checkKeys(questions),
    () => checkAreas(questions),
  )
}

function checkQuestion({ key, question }: LawQuestion, at: number): Refusal | null {
  if (!KEY.test(key))
    return invalidInput(`items.${at}.key`, 'Two to 40 letters and digits, the first a small letter.')
  return question === '' ? invalidInput(`items.${at}.question`, 'Say what is asked.') : null
}

function checkKeys(questions: readonly LawQuestion[]): Refusal | null {
  const keys = questions.map(({ key }) => key)
  const at = keys.findIndex((key, place) => keys.indexOf(key) !== place)
  return at === -1 ? null : invalidInput(`items.${at}.key`, `Two items have the key ${keys[at]}.`)
}

function checkAreas(questions: readonly LawQuestion[]): Refusal | null {
  const left = LAW_AREAS.find((area) => questions.every((question) => question.area !== area))
  return left === undefined
    ? null
    : policyRefusal(
        `The checklist asks nothing about ${left.toLowerCase().replaceAll('_', ' ')}: no area is left out.`,
        'V.A.2',
      )
}

const WORDING = ['area', 'question', 'help', 'answerer', 'authority', 'fact'] as const

/** The items of the next version: what keeps its wording keeps its answers, everything else is asked anew. */
export function nextItems(inForce: LawChecklist, questions: readonly LawQuestion[]): readonly LawItem[] {
  return questions.map((question) => {
    const before = inForce.items.find(({ key }) => key === question.key)
    const isSame = before !== undefined && WORDING.every((field) => before[field] === question[field])
    return { ...question, version: isSame ? before.version : inForce.version + 1 }
  })
}

/** Whether a version asks what the one before did, in the same order. */
export function changesNothing(inForce: LawChecklist, items: readonly LawItem[]): boolean {
  return (
    items.length === inForce.items.length &&
    items.every(({ key, version }, at) => version <= inForce.version && inForce.items[at]?.key === key)
  )
}

/** What may be done to the checklist, and what stands in the way: Public Affairs adopts the next version (V.A.2). */
export function availableLawChecklistActions(actor: Actor): readonly AvailableAction<'adoptLawChecklist'>[] {
  return [
    {
      action: 'adoptLawChecklist',
      blockedBy: authorize(actor, 'lawChecklist.adopt', { componentId: null }),
    },
  ]
}
