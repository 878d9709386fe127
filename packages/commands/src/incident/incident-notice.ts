import type { Prisma } from '@official-accounts/db/generated/client/client'
import type { AuditChange } from '@official-accounts/domain/audit/audit-entry'
import type { IncidentFacts } from '@official-accounts/domain/incident/incident'
import { z } from 'zod'

/** What the public is told, and in which language. */
export interface PublicNotice {
  readonly text: string
  readonly language: string
}

/** The text of a notice: what the public reads as it stands here. */
export const noticeField = z
  .string()
  .trim()
  .min(1, 'Write what the public is to know.')
  .max(2000, 'At most 2,000 characters.')

/** The language of a notice; English where none is said. */
export const noticeLanguageField = z
  .string()
  .trim()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language tag such as en or es-419.')
  .nullish()
  .transform((tag) => tag ?? 'en')

/** The columns of a notice that is public from now on. */
export function publishedNotice(
  { text, language }: PublicNotice,
  now: Date,
): Prisma.IncidentUpdateManyMutationInput {
  return { publicNotice: text, noticeLanguage: language, noticePublishedAt: now, noticeWithdrawnAt: null }
}

/** What the audit, and from it the public feed of changes, says of a notice that begins. */
export function publishedChanges(
  { notice }: IncidentFacts,
  { text, language }: PublicNotice,
): readonly AuditChange[] {
  return [
    { field: 'notice', before: notice, after: 'PUBLISHED' },
    { field: 'publicNotice', before: null, after: text },
    { field: 'noticeLanguage', before: null, after: language },
  ]
}

/** What they say of one that ends; nothing where none is public. */
export function withdrawnChanges({ notice }: IncidentFacts): readonly AuditChange[] {
  return notice === 'PUBLISHED' ? [{ field: 'notice', before: notice, after: 'WITHDRAWN' }] : []
}
