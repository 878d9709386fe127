import { DomainError } from '@official-accounts/domain/errors'
import type { ZodType } from 'zod'

/** The input as its schema reads it. Throws INVALID_INPUT with every issue, each naming its field. */
export function parseInput<Input>(schema: ZodType<Input>, raw: unknown): Input {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.') || 'input',
    message: issue.message,
  }))
  const message = issues.map((issue) => `${issue.path}: ${issue.message}`).join('; ')
  throw new DomainError({ code: 'INVALID_INPUT', message, issues })
}
