import type { AuditChange } from '../audit/audit-entry.ts'
import type { RequestAnswer, RequestFormContent } from './request-form.ts'

/** What a request's answers changed of those it gave before, question by question. */
export function answerChanges(
  before: readonly RequestAnswer[],
  after: readonly RequestAnswer[],
): readonly AuditChange[] {
  const keys = [...new Set([...before, ...after].map(({ key }) => key))]
  return keys.flatMap((key) => {
    const change = { field: `answers.${key}`, before: valueOf(before, key), after: valueOf(after, key) }
    return change.before === change.after ? [] : [change]
  })
}

function valueOf(answers: readonly RequestAnswer[], key: string): string | null {
  return answers.find((answer) => answer.key === key)?.value ?? null
}

/** A change of a request as a person reads it. */
export interface LabelledChange {
  readonly field: string
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

/** An answer with its question. */
export interface LabelledAnswer extends RequestAnswer {
  readonly label: string
  readonly risk: boolean
}

/** The answers of a request, in the order of its form. */
export function labelledAnswers(
  { questions }: RequestFormContent,
  answers: readonly RequestAnswer[],
  riskKeys: readonly string[],
): readonly LabelledAnswer[] {
  return questions.flatMap(({ key, label }) => {
    const value = valueOf(answers, key)
    return value === null ? [] : [{ key, label, value, risk: riskKeys.includes(key) }]
  })
}

/** The changes of a request, those of answers under their questions. */
export function labelledChanges(
  { questions }: RequestFormContent,
  changes: readonly AuditChange[],
): readonly LabelledChange[] {
  return changes.map(({ field, before, after }) => ({
    field,
    label: questions.find(({ key }) => field === `answers.${key}`)?.label ?? field,
    before: textOf(before),
    after: textOf(after),
  }))
}

function textOf(value: AuditChange['before']): string | null {
  if (value === null) return null
  return typeof value === 'object' ? value.join(', ') : String(value)
}
