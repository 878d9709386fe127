/** How mail that was refused for good was settled. */
export const MAIL_REFUSAL_OUTCOMES = ['SENT_AGAIN', 'GIVEN_UP'] as const
export type MailRefusalOutcome = (typeof MAIL_REFUSAL_OUTCOMES)[number]

/** What may be done about it, named as the mutations are. */
export const MAIL_REFUSAL_ACTIONS = ['resendRefusedMail', 'giveUpRefusedMail'] as const
export type MailRefusalAction = (typeof MAIL_REFUSAL_ACTIONS)[number]

/** Mail to somebody that the server refuses for good, as decisions on it look at it. */
export interface MailRefusalFacts {
  readonly id: string
  readonly personId: string
  /** Null while it is open. */
  readonly outcome: MailRefusalOutcome | null
  readonly version: number
}
