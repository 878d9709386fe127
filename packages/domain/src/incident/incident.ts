import { lookalikeReasons, type LookalikeReason } from '../directory/lookalike.ts'

export const INCIDENT_KINDS = ['COMPROMISE', 'IMPERSONATION'] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

export const INCIDENT_STATES = ['REPORTED', 'CONTAINED', 'RESOLVED'] as const
export type IncidentState = (typeof INCIDENT_STATES)[number]

export const INCIDENT_OUTCOMES = [
  'CONTROL_REGAINED',
  'ACCOUNT_GIVEN_UP',
  'IMPOSTOR_REMOVED',
  'PLATFORM_REFUSED',
  'NOT_CONFIRMED',
] as const
export type IncidentOutcome = (typeof INCIDENT_OUTCOMES)[number]

/** One step of a recovery; done once it says when. */
export interface RecoveryStep {
  readonly text: string
  readonly doneAt: string | null
  readonly doneById: string | null
}

/** The steps of a recovery where whoever contains names none: policy data of our own, the Directive gives no list. */
export const DEFAULT_RECOVERY: readonly string[] = [
  'Audit every account of the component for the same signs.',
  'Regain control of the login and its recovery address.',
  'Change the credentials and end every other session.',
  'Take down what was posted by others, and keep a copy as a record.',
]

/** Whether the public was told, and still is. */
export type NoticeStanding = 'NONE' | 'PUBLISHED' | 'WITHDRAWN'

/** Where the public notice of an incident stands. */
export function noticeStanding(publishedAt: Date | null, withdrawnAt: Date | null): NoticeStanding {
  if (publishedAt === null) return 'NONE'
  return withdrawnAt === null ? 'PUBLISHED' : 'WITHDRAWN'
}

/** An incident as decisions on it look at it. */
export interface IncidentFacts {
  readonly id: string
  readonly kind: IncidentKind
  readonly state: IncidentState
  readonly componentId: string | null
  readonly accountId: string | null
  readonly checklist: readonly RecoveryStep[]
  readonly notice: NoticeStanding
  readonly version: number
}

/** How much an impostor's name looks like an official one: 0 for no likeness, 7 for the plainest disguise. */
export function likenessScore(likeness: string | null): number {
  const rank = lookalikeReasons.findIndex((reason) => reason === likeness)
  return rank === -1 ? 0 : lookalikeReasons.length - rank
}

/** Whether a stored text names a likeness. */
export function isLikeness(text: string | null): text is LookalikeReason {
  return lookalikeReasons.some((reason) => reason === text)
}
