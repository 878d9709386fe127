import { ACCOUNT_CHECKS } from './account-checks.ts'
import { COMPONENT_CHECKS } from './component-checks.ts'
import type { Check, Subject, SubjectKind } from './compliance.ts'
import { PLATFORM_CHECKS } from './platform-checks.ts'

/** Every check there is. A new clause that facts can tell is a row in one of these three lists. */
export const CHECKS: readonly Check[] = [...ACCOUNT_CHECKS, ...PLATFORM_CHECKS, ...COMPONENT_CHECKS]

// Codes of checks that are asked no more: what is open of them closes with the next evaluation.
const FORMER_CODES: Readonly<Record<SubjectKind, readonly string[]>> = {
  ACCOUNT: [],
  PLATFORM: ['REVIEW_FAILED', 'REVIEW_EXPIRED', 'REVIEW_MISSING'],
  COMPONENT: [],
}

const CODES = new Set(CHECKS.map(({ code }) => code))

/** Whether findings of this code are opened and closed by a check. */
export function isChecked(code: string): boolean {
  return CODES.has(code)
}

/** The codes that evaluations of one kind of subject open and close. */
export function codesOf(kind: SubjectKind): readonly string[] {
  return [...CHECKS.filter((check) => check.kind === kind).map(({ code }) => code), ...FORMER_CODES[kind]]
}

/** What one check answers about one subject, null where it is not asked; `find` is called with the facts it takes. */
export function askCheck(check: Check, subject: Subject, now: Date) {
  switch (check.kind) {
    case 'ACCOUNT':
      return subject.kind === 'ACCOUNT' && check.asks(subject) ? { found: check.find(subject, now) } : null
    case 'PLATFORM':
      return subject.kind === 'PLATFORM' && check.asks(subject) ? { found: check.find(subject, now) } : null
    case 'COMPONENT':
      return subject.kind === 'COMPONENT' && check.asks(subject) ? { found: check.find(subject, now) } : null
  }
}
