import { firstRefusal } from '../decision.ts'
import { invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import {
  DETAIL_RULES,
  REQUEST_DETAILS,
  type RequestAnswer,
  type RequestFormContent,
  type RequestQuestion,
} from './request-form.ts'

const KEY = /^[a-z][A-Za-z0-9]{1,39}$/

/** A form keeps what a clause asks of every request, and a risk screen (V.B.3, V.B.10, IV.B.3, IV.D.1). */
export function checkForm(form: RequestFormContent): Refusal | null {
  return firstRefusal(
    () => checkCoreDetails(form),
    () => checkRiskScreen(form),
    ...form.questions.map((question, at) => () => checkQuestion(question, at)),
    () => checkKeys(form.questions),
  )
}

function checkCoreDetails({ requiredDetails }: RequestFormContent): Refusal | null {
  const left = REQUEST_DETAILS.find(
    (detail) => DETAIL_RULES[detail].core && !requiredDetails.includes(detail),
  )
  if (left === undefined) return null
  const { clause } = DETAIL_RULES[left]
  return policyRefusal(`${clause} asks every request for ${words(left)}: it cannot be left out.`, clause)
}

// Somebody has to be asked what decides whether civil rights are heard (IV.D.1).
function checkRiskScreen({ questions }: RequestFormContent): Refusal | null {
  return questions.some(({ risk, required }) => risk && required)
    ? null
    : policyRefusal(
        'The risk screen cannot be left out: ask at least one risk question of everybody.',
        'IV.D.1',
      )
}

function checkQuestion({ key, label, kind, choices, risk }: RequestQuestion, at: number): Refusal | null {
  const path = `questions.${at}`
  if (!KEY.test(key))
    return invalidInput(`${path}.key`, 'Two to 40 letters and digits, the first a small letter.')
  if (label.trim() === '') return invalidInput(`${path}.label`, 'Say what is asked.')
  if (kind === 'CHOICE' ? new Set(choices).size < 2 : choices.length > 0) {
    return invalidInput(
      `${path}.choices`,
      'A choice has two or more different choices, and nothing else has any.',
    )
  }
  if (risk && kind !== 'YES_NO')
    return invalidInput(`${path}.risk`, 'A risk question is answered with yes or no.')
  return null
}

function checkKeys(questions: readonly RequestQuestion[]): Refusal | null {
  const keys = questions.map(({ key }) => key)
  const twice = keys.find((key, at) => keys.indexOf(key) !== at)
  return twice === undefined ? null : invalidInput('questions', `Two questions have the key ${twice}.`)
}

/** An answer is to a question of the form, once, and of the kind it asks for. */
export function checkAnswers(
  { questions }: RequestFormContent,
  answers: readonly RequestAnswer[],
): Refusal | null {
  const keys = answers.map(({ key }) => key)
  const checks = answers.map(({ key, value }, at) => () => {
    const question = questions.find((asked) => asked.key === key)
    if (question === undefined) return invalidInput(`answers.${key}`, 'The form asks no such question.')
    if (keys.indexOf(key) !== at) return invalidInput(`answers.${key}`, 'It is answered twice.')
    const problem = problemOf(question, value)
    return problem === null ? null : invalidInput(`answers.${key}`, problem)
  })
  return firstRefusal(...checks)
}

function problemOf({ kind, choices }: RequestQuestion, value: string): string | null {
  switch (kind) {
    case 'TEXT':
      return null
    case 'CHOICE':
      return choices.includes(value) ? null : `One of: ${choices.join(', ')}.`
    case 'URL':
      return /^https:\/\/[^\s@/]+(\/\S*)?$/.test(value) ? null : 'An address that begins with https://.'
    case 'YES_NO':
      return value === 'YES' || value === 'NO' ? null : 'YES or NO.'
  }
}

/** What the form demands and the request does not answer, under the clause that asks; V.B.3 where none is named. */
export function checkDemanded(
  { questions }: RequestFormContent,
  answers: readonly RequestAnswer[],
): readonly (() => Refusal | null)[] {
  return questions
    .filter(({ required }) => required)
    .map(({ key, label, clause }) => () => {
      if (answers.some((answer) => answer.key === key)) return null
      return policyRefusal(`The request leaves a question unanswered: ${label}`, clause ?? 'V.B.3')
    })
}

/** The risk questions answered with yes: where there is one, civil rights advice is needed (IV.D.1). */
export function risksIn(
  { questions }: RequestFormContent,
  answers: readonly RequestAnswer[],
): readonly string[] {
  return questions
    .filter(({ risk, key }) => risk && answers.some((answer) => answer.key === key && answer.value === 'YES'))
    .map(({ key }) => key)
}

function words(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ')
}
