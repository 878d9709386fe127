import type { AccountState, UseCategory } from '../account/account.ts'
import type { ClauseId } from '../directive/clauses.ts'

export const CERTIFICATION_STATES = ['OPEN', 'CLOSED'] as const
export type CertificationState = (typeof CERTIFICATION_STATES)[number]

/** Where a component's part of a certification stands; that it is overdue is told beside it. */
export const CERTIFICATION_PART_STATES = ['OPEN', 'CERTIFIED', 'RETURNED'] as const
export type CertificationPartState = (typeof CERTIFICATION_PART_STATES)[number]

export const CERTIFICATION_ANSWER_STATES = ['WAITING', 'ANSWERED', 'RETURNED'] as const
export type CertificationAnswerState = (typeof CERTIFICATION_ANSWER_STATES)[number]

export const QUESTION_KINDS = ['YES_NO', 'TEXT', 'CHOICE'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** Something asked of every account, and the clause it is asked for. */
export interface CertificationQuestion {
  readonly key: string
  readonly text: string
  readonly kind: QuestionKind
  readonly choices: readonly string[]
  readonly clause: ClauseId
}

/** An answer as it was given: the question goes with it, so that it can be read without the certification. */
export interface GivenAnswer {
  readonly key: string
  readonly question: string
  readonly value: string
}

/** What is on record of an account, shown beside the questions and kept with the answer. People by id only. */
export interface AccountEvidence {
  readonly state: AccountState
  readonly title: string
  readonly handle: string
  readonly profileUrl: string
  readonly purpose: string | null
  readonly officialOutletUrl: string | null
  readonly useCategory: UseCategory
  readonly primaryContactId: string | null
}

/** The fields of the evidence, by the names they have on an account. */
export const EVIDENCE_FIELDS = [
  'state',
  'title',
  'handle',
  'profileUrl',
  'purpose',
  'officialOutletUrl',
  'useCategory',
  'primaryContactId',
] as const satisfies readonly (keyof AccountEvidence)[]
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number]

/** What has become different on record since an earlier answer. */
export function changedEvidence(before: AccountEvidence, now: AccountEvidence): readonly EvidenceField[] {
  return EVIDENCE_FIELDS.filter((field) => before[field] !== now[field])
}

/** One account of a certification, as a decision on its answer looks at it. */
export interface AnswerFacts {
  readonly id: string
  readonly accountId: string
  readonly state: CertificationAnswerState
  readonly evidence: AccountEvidence
  /** The newest answer given before the certification opened; null when there was none. */
  readonly previous: {
    readonly answers: readonly GivenAnswer[]
    readonly evidence: AccountEvidence
  } | null
}

/** A component's part, as decisions on it look at it. */
export interface PartFacts {
  readonly id: string
  readonly certificationId: string
  readonly componentId: string
  readonly state: CertificationPartState
  readonly certificationState: CertificationState
  readonly version: number
}

/** A certification, as the calendar and its end look at it. */
export interface CertificationFacts {
  readonly id: string
  readonly state: CertificationState
  readonly dueOn: Date
  readonly reminderDays: readonly number[]
  readonly overdueDays: number
  readonly remindedDays: number | null
  readonly overdueSince: Date | null
  readonly version: number
}
