import type { ClauseId } from '../directive/clauses.ts'

/** A request's own details that a form may demand. */
export const REQUEST_DETAILS = [
  'PURPOSE',
  'MISSION_AREA',
  'JUSTIFICATION',
  'AUDIENCE',
  'LANGUAGE',
  'ADMINISTRATORS',
  'OFFICIAL_OUTLET',
  'COMMENT_POLICY',
  'PRIVACY_NOTICE',
  'RECORDS_CAPTURE',
] as const
export type RequestDetail = (typeof REQUEST_DETAILS)[number]

export const QUESTION_KINDS = ['TEXT', 'CHOICE', 'URL', 'YES_NO'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** A further question of the form. */
export interface RequestQuestion {
  readonly key: string
  readonly label: string
  readonly help: string | null
  readonly kind: QuestionKind
  /** What may be chosen; none where it is no choice. */
  readonly choices: readonly string[]
  readonly required: boolean
  /** The clause that asks; null for one the office asks of its own. */
  readonly clause: ClauseId | null
  /** Whether a yes asks for the advice of Civil Rights and Civil Liberties (IV.D.1). */
  readonly risk: boolean
}

/** What a form asks. */
export interface RequestFormContent {
  readonly requiredDetails: readonly RequestDetail[]
  readonly questions: readonly RequestQuestion[]
}

/** A version of the form. */
export interface RequestForm extends RequestFormContent {
  readonly id: string
  readonly version: number
}

/** What a request answered to one question. */
export interface RequestAnswer {
  readonly key: string
  readonly value: string
}

interface DetailRule {
  readonly clause: ClauseId
  /** Whether a clause forbids its absence, so that no form may leave it out. */
  readonly core: boolean
  /** Said where it is missing. */
  readonly missing: string
}

/** Which clause each detail serves. */
export const DETAIL_RULES: Readonly<Record<RequestDetail, DetailRule>> = {
  PURPOSE: { clause: 'V.B.3', core: true, missing: 'State the mission purpose of the account.' },
  MISSION_AREA: { clause: 'V.B.3', core: true, missing: 'State the mission area the account serves.' },
  JUSTIFICATION: {
    clause: 'V.B.3',
    core: true,
    missing: 'State why no existing account serves this purpose.',
  },
  AUDIENCE: { clause: 'V.B.3', core: false, missing: 'State whom the account would speak to.' },
  LANGUAGE: { clause: 'V.B.3', core: false, missing: 'State the language of the account.' },
  ADMINISTRATORS: {
    clause: 'IV.B.3',
    core: true,
    missing: 'An account is staffed with at least two administrators.',
  },
  OFFICIAL_OUTLET: {
    clause: 'V.B.10',
    core: true,
    missing: 'Name the official outlet that carries the same information off the platform.',
  },
  COMMENT_POLICY: { clause: 'V.A.2', core: false, missing: 'Give the address of the comment policy.' },
  PRIVACY_NOTICE: { clause: 'III.H', core: false, missing: 'Give the address of the privacy notice.' },
  RECORDS_CAPTURE: { clause: 'III.E', core: false, missing: 'State how the records will be captured.' },
}
