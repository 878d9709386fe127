import type { ExceptionRow } from './exception.documents.ts'
import type { StatusTone } from '../../ui/status-tag.tsx'

/** How the standing of an exception is shown. */
export const STANDING_TONES: Readonly<Record<ExceptionRow['standing'], StatusTone>> = {
  REQUESTED: 'WAITING',
  UPCOMING: 'WAITING',
  IN_FORCE: 'GOOD',
  RUN_OUT: 'ENDED',
  DENIED: 'ENDED',
  WITHDRAWN: 'ENDED',
  REVOKED: 'ENDED',
}

/** The clauses an exception names, by their ids. */
export function exceptionTitle({ clauses }: Pick<ExceptionRow, 'clauses'>): string {
  return `Exception from ${clauses.map(({ id }) => id).join(', ')}`
}

/** What an exception is for, in words: one account, or the accounts of a component, a platform or both. */
export function subjectWords({ account, component, platform }: ExceptionRow): string {
  if (account) return account.title
  const whose = component ? `accounts of ${component.code}` : 'all accounts'
  return platform ? `${whose} on ${platform.name}` : whose
}
