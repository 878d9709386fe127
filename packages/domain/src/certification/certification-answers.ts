import { invalidInput, policyRefusal, type Refusal } from '../errors.ts'
import {
  changedEvidence,
  type AnswerFacts,
  type CertificationQuestion,
  type EvidenceField,
  type GivenAnswer,
} from './certification.ts'

const LONGEST_ANSWER = 4000

/** What somebody answered, by the questions' keys. */
export interface GivenValue {
  readonly key: string
  readonly value: string
}

/** Null when every question is answered as its kind asks, and a no is explained. */
export function checkAnswers(
  questions: readonly CertificationQuestion[],
  given: readonly GivenValue[],
  note: string | null,
): Refusal | null {
  const unknown = given.find(({ key }) => !questions.some((question) => question.key === key))
  if (unknown) return invalidInput('answers', `There is no question ${unknown.key}.`)
  const twice = given.find(({ key }, at) => given.findIndex((other) => other.key === key) !== at)
  if (twice) return invalidInput('answers', `Question ${twice.key} is answered twice.`)
  for (const question of questions) {
    const message = valueIssue(question, given.find(({ key }) => key === question.key)?.value ?? '')
    if (message !== null) return invalidInput('answers', `${question.key}: ${message}`)
  }
  const denied = questions.some(({ kind, key }) => kind === 'YES_NO' && valueOf(given, key) === 'NO')
  return denied && note === null ? invalidInput('note', 'Say why an answer is no.') : null
}

/** The answers with the questions they are to, in the questions' order. */
export function withQuestions(
  questions: readonly CertificationQuestion[],
  given: readonly GivenValue[],
): readonly GivenAnswer[] {
  return questions.map(({ key, text }) => ({ key, question: text, value: valueOf(given, key) }))
}

/**
 * Null when "nothing changed" would be true: the account was answered for before, what is on record is as it was then,
 * and every question now asked was answered then in the same words (IV.E.3).
 */
export function checkUnchanged(
  questions: readonly CertificationQuestion[],
  answer: Pick<AnswerFacts, 'previous' | 'evidence'>,
): Refusal | null {
  const { previous, evidence } = answer
  if (previous === null) {
    return policyRefusal('The account has not been certified before: answer its questions.', 'IV.E.3')
  }
  const changed = changedEvidence(previous.evidence, evidence)
  if (changed.length > 0) {
    const what = changed.map((field) => FIELD_WORDS[field]).join(', ')
    return policyRefusal(`Something has changed since the last answer: ${what}.`, 'IV.E.3')
  }
  const fresh = questions.find((question) => lastAnswer(question, previous.answers) === null)
  return fresh === undefined
    ? null
    : policyRefusal(`“${fresh.text}” was not asked in these words before: answer it.`, 'IV.E.3')
}

/** The last answers again, for the questions now asked; only after `checkUnchanged` has agreed. */
export function lastAnswers(
  questions: readonly CertificationQuestion[],
  previous: readonly GivenAnswer[],
): readonly GivenAnswer[] {
  return questions.flatMap((question) => lastAnswer(question, previous) ?? [])
}

function lastAnswer(question: CertificationQuestion, previous: readonly GivenAnswer[]): GivenAnswer | null {
  const same = previous.find(({ key, question: text }) => key === question.key && text === question.text)
  return same === undefined || valueIssue(question, same.value) !== null ? null : same
}

function valueOf(given: readonly GivenValue[], key: string): string {
  return given.find((one) => one.key === key)?.value.trim() ?? ''
}

function valueIssue({ kind, choices }: CertificationQuestion, value: string): string | null {
  const text = value.trim()
  if (text === '') return 'This is not answered.'
  if (text.length > LONGEST_ANSWER) return `At most ${LONGEST_ANSWER.toLocaleString('en-US')} characters.`
  if (kind === 'YES_NO' && text !== 'YES' && text !== 'NO') return 'YES or NO.'
  return kind === 'CHOICE' && !choices.includes(text) ? `One of: ${choices.join(', ')}.` : null
}

const FIELD_WORDS: Readonly<Record<EvidenceField, string>> = {
  state: 'its state',
  title: 'its name',
  handle: 'its handle',
  profileUrl: 'its address',
  purpose: 'its purpose',
  officialOutletUrl: 'its official outlet',
  useCategory: 'what it is used for',
  primaryContactId: 'its primary contact',
}
