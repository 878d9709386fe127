import { DomainError } from '@official-accounts/domain/errors'
import type { ZodType, core } from 'zod'

/** The input as its schema reads it. Throws INVALID_INPUT with every issue in words, each naming its field. */
export function parseInput<Input>(schema: ZodType<Input>, raw: unknown): Input {
  const parsed = schema.safeParse(raw, { error: issueWords })
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.') || 'input',
    message: issue.message,
  }))
  const message = issues.map((issue) => `${issue.path}: ${issue.message}`).join('; ')
  throw new DomainError({ code: 'INVALID_INPUT', message, issues })
}

// What a schema says itself comes first; its library's own words are for programmers.
function issueWords(issue: core.$ZodRawIssue): string {
  if (issue.input === undefined || issue.input === null) return 'This is needed.'
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? `At most ${issue.maximum.toLocaleString('en-US')} characters.`
        : `At most ${issue.maximum.toLocaleString('en-US')}.`
    case 'too_small':
      return issue.origin === 'string'
        ? 'This is needed.'
        : `At least ${issue.minimum.toLocaleString('en-US')}.`
    case 'invalid_value':
      return `One of: ${issue.values.join(', ')}.`
    case 'invalid_format':
      return issue.format === 'uuid'
        ? 'This is no id of a record here.'
        : 'This is not written as it has to be.'
    default:
      return 'This cannot be read.'
  }
}
