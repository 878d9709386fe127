import type { Role } from '../access/roles.ts'
import { ACCOUNT_NOTICES } from './account-notices.ts'
import type { Notice } from './notification.ts'
import { OFFICE_NOTICES } from './office-notices.ts'
import { OVERSIGHT_NOTICES } from './oversight-notices.ts'
import { REMINDER_WORDS } from './reminder-rules.ts'
import { RISK_NOTICES } from './risk-notices.ts'
import type { UNTOLD_EVENTS } from './untold-events.ts'

const TOLD = { ...ACCOUNT_NOTICES, ...OVERSIGHT_NOTICES, ...OFFICE_NOTICES, ...RISK_NOTICES }

/** Every kind of event there is: each has a notice, or a reason for which nobody is told. */
export type EventKind = keyof typeof TOLD | keyof typeof UNTOLD_EVENTS

/** What people are told, by the event's type. */
export const NOTICES: Readonly<Record<string, Notice>> = TOLD

const WORDS: Readonly<Record<string, string>> = REMINDER_WORDS

/** What an event or a reminder is in words; its kind where it is told nobody any more. */
export function noticeWords(kind: string): string {
  return NOTICES[kind]?.words ?? WORDS[kind] ?? kind
}

/** The roles whose holders an event is told: for the record's component or the department, and everywhere. */
export function rolesToTell({ to }: Notice): {
  readonly here: readonly Role[]
  readonly everywhere: readonly Role[]
} {
  const holders = to.flatMap((audience) => ('holders' in audience ? [audience] : []))
  return {
    here: holders.filter(({ everywhere }) => !everywhere).map(({ holders: role }) => role),
    everywhere: holders.filter(({ everywhere }) => everywhere).map(({ holders: role }) => role),
  }
}
