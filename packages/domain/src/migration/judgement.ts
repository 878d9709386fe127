import type { RejectionCode } from './identify-row.ts'
import { HELD_REASONS, type HeldCode, type HeldReason } from './known-identity.ts'

export const ROW_OUTCOMES = ['CREATED', 'UPDATED', 'UNCHANGED', 'DUPLICATE', 'HELD', 'REJECTED'] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

export type JudgementCode =
  | RejectionCode
  | HeldCode
  | 'NEW_ACCOUNT'
  | 'NEW_ARCHIVED_LISTING'
  | 'NEWER_FACTS'
  | 'NEWER_ARCHIVED_LISTING'
  | 'NOTHING_NEW'
  | 'CONFIRMED_HERE'
  | 'OLDER_THAN_CONFIRMED'
  | 'ENDED_HERE'
  | 'WAITS_ALREADY'
  | 'REVIEWED_BEFORE'
  | 'SAME_ACCOUNT_IN_FILE'
  | 'OTHER_ADDRESS_OF_ACCOUNT'

/** What an applied row does beside leaving its listing. */
export type RowEffect =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'CREATE_ACCOUNT'; readonly componentId: string; readonly title: string }
  | { readonly kind: 'UPDATE_ACCOUNT'; readonly accountId: string; readonly facts: AccountUpdate }

/** What a newer row changes of an account that came from a register and that no office has confirmed. */
export interface AccountUpdate {
  readonly componentId: string
  readonly title: string
  readonly language: string | null
  readonly source: string
  readonly listedOn: string | null
}

/** What becomes of one row: exactly one outcome, with a code for programs and a reason for people. */
export interface Judgement {
  readonly outcome: RowOutcome
  readonly code: JudgementCode
  readonly heldReason: HeldReason | null
  readonly reason: string
  /** The row of the same file that says the same. */
  readonly duplicateOf: number | null
  readonly accountId: string | null
  readonly componentId: string | null
  readonly effect: RowEffect
}

type Details = Partial<Pick<Judgement, 'duplicateOf' | 'accountId' | 'componentId' | 'effect'>>

/** A judgement that holds nothing up. */
export function judgement(
  outcome: Exclude<RowOutcome, 'HELD'>,
  code: Exclude<JudgementCode, HeldCode>,
  reason: string,
  details: Details = {},
): Judgement {
  return { ...NOTHING, ...details, outcome, code, reason }
}

/** A judgement that leaves the row to a person. */
export function held(code: HeldCode, reason: string, details: Details = {}): Judgement {
  return { ...NOTHING, ...details, outcome: 'HELD', code, reason, heldReason: HELD_REASONS[code] }
}

const NOTHING = {
  heldReason: null,
  duplicateOf: null,
  accountId: null,
  componentId: null,
  effect: { kind: 'NONE' },
} as const satisfies Partial<Judgement>

/** Why a row named after a person is held: an office outlives its holder (V.B.8), and names are approved (IV.C.2). */
export function namedAfterPersonReason(sign: string): string {
  return `Named after a person, it seems: ${sign}. Accepted, it needs the Chief Privacy Officer’s approval as well (IV.C.2).`
}
