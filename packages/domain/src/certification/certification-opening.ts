import { firstRefusal } from '../decision.ts'
import { isClauseId } from '../directive/clauses.ts'
import { conflict, invalidInput, type Refusal } from '../errors.ts'
import type { QuestionKind } from './certification.ts'

const MOST_QUESTIONS = 30
const KEY = /^[a-z][a-z0-9-]{0,39}$/

/** A question as somebody asks for it. */
export interface WantedQuestion {
  readonly key: string
  readonly text: string
  readonly kind: QuestionKind
  readonly choices: readonly string[]
  readonly clause: string
}

/** What opening a certification looks at. */
export interface OpeningFacts {
  /** The accounts of the filter that are in use now. */
  readonly accountCount: number
  /** The filter as it was asked, in JSON. */
  readonly filter: string
  /** An open certification that asks one of the accounts one of the questions already. */
  readonly overlap: {
    readonly id: string
    readonly name: string
    readonly key: string
    readonly accounts: number
  } | null
}

/** What is asked for, as far as a rule looks at it. */
export interface WantedCertification {
  readonly questions: readonly WantedQuestion[]
  readonly dueOn: Date
}

/**
 * A certification asks something, of somebody, by a day to come; and nobody is asked the same question about the same
 * account by two of them at once: two answers to one question would leave no answer (IV.E.3).
 */
export function checkOpening(wanted: WantedCertification, facts: OpeningFacts, now: Date): Refusal | null {
  return firstRefusal(
    () => checkQuestions(wanted.questions),
    () => (wanted.dueOn > now ? null : invalidInput('dueOn', 'A day to come.')),
    () =>
      facts.accountCount > 0
        ? null
        : invalidInput(
            'filter',
            `No account in use matches the filter (${filterWords(facts.filter)}): nobody would be asked.`,
          ),
    () => checkOverlap(facts.overlap),
  )
}

function checkQuestions(questions: readonly WantedQuestion[]): Refusal | null {
  if (questions.length === 0) return invalidInput('questions', 'Ask at least one question.')
  if (questions.length > MOST_QUESTIONS) return invalidInput('questions', `At most ${MOST_QUESTIONS}.`)
  for (const [at, question] of questions.entries()) {
    const again = questions.findIndex(({ key }) => key === question.key) !== at
    const message = again ? `The key ${question.key} is used twice.` : questionIssue(question)
    if (message !== null) return invalidInput(`questions.${at}`, message)
  }
  return null
}

function questionIssue({ key, text, kind, choices, clause }: WantedQuestion): string | null {
  if (!KEY.test(key)) return 'A key is small letters, digits and dashes, at most 40.'
  if (text === '') return 'Write the question.'
  if (!isClauseId(clause)) return `There is no clause ${clause}.`
  if (kind !== 'CHOICE') return choices.length === 0 ? null : 'Only a choice has choices.'
  return choices.length >= 2 && new Set(choices).size === choices.length && !choices.includes('')
    ? null
    : 'A choice has at least two different choices.'
}

function checkOverlap(overlap: OpeningFacts['overlap']): Refusal | null {
  if (overlap === null) return null
  const { id, name, key, accounts } = overlap
  const who = accounts === 1 ? '1 of these accounts' : `${accounts.toLocaleString('en-US')} of these accounts`
  return conflict(
    `The open certification “${name}” asks ${who} the question ${key} already: close it, ask something else, or ask others.`,
    { type: 'Certification', id },
  )
}

/** A filter of accounts, stored as JSON, in words. */
export function filterWords(filter: string): string {
  const conditions: unknown = JSON.parse(filter)
  if (typeof conditions !== 'object' || conditions === null) return 'all accounts'
  const words = Object.entries(conditions).flatMap(([name, value]: [string, unknown]) =>
    value === null ? [] : [name === 'ids' ? chosenWords(value) : `${name}: ${valueWords(value)}`],
  )
  return words.length === 0 ? 'all accounts' : words.join(', ')
}

// Ids tell a reader nothing.
function chosenWords(ids: unknown): string {
  const count = Array.isArray(ids) ? ids.length : 0
  return count === 1 ? '1 chosen account' : `${count.toLocaleString('en-US')} chosen accounts`
}

function valueWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueWords).join(' or ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
