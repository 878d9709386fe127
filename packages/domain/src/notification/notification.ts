import type { Role } from '../access/roles.ts'

/** What became of the mail of a notification; NONE for what is told here alone. */
export const MAIL_STATES = ['NONE', 'PENDING', 'SENT', 'FAILED'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** How somebody wants to be told by e-mail. */
export const MAIL_PREFERENCES = ['AT_ONCE', 'DAILY', 'NONE'] as const
export type MailPreference = (typeof MAIL_PREFERENCES)[number]

/** What holds for whoever has set nothing. */
export const DEFAULT_MAIL_PREFERENCE: MailPreference = 'AT_ONCE'

/**
 * Whom an event is told: holders of a role for the record's component or the department, every holder of a
 * component's role, or people whom the record itself names.
 */
export type Audience =
  | { readonly holders: Role; readonly everywhere?: true }
  | { readonly named: 'REQUESTER' | 'CONTACT' | 'HOLDER' }

/** What an event is in words, and whom it is told. */
export interface Notice {
  /** The words of the list and of a mail's subject line: no name of a person or of a record. */
  readonly words: string
  readonly to: readonly Audience[]
}

/** Somebody whom an event concerns, and why. */
export interface Concerned {
  readonly personId: string
  readonly as: Role | 'REQUESTER' | 'CONTACT' | 'HOLDER'
}

/** How somebody can be told. */
export interface Reachable {
  readonly personId: string
  /** Whether there is an address to write to. */
  readonly hasAddress: boolean
  readonly mail: MailPreference
}

/** Somebody to be told, and what is to become of the mail. */
export interface Recipient {
  readonly personId: string
  readonly mailState: 'NONE' | 'PENDING'
  readonly nextAttemptAt: Date | null
}
