import type { Role } from '../access/roles.ts'
import type { ClauseId } from '../directive/clauses.ts'

export const RISK_AREAS = ['PRIVACY', 'CIVIL_RIGHTS'] as const
export type RiskArea = (typeof RISK_AREAS)[number]

export const RISK_STATES = ['OPEN', 'MITIGATED', 'ACCEPTED', 'CLOSED'] as const
export type RiskState = (typeof RISK_STATES)[number]

/** From the least to the most likely. */
export const RISK_LIKELIHOODS = ['UNLIKELY', 'POSSIBLE', 'LIKELY'] as const
export type RiskLikelihood = (typeof RISK_LIKELIHOODS)[number]

/** From the smallest to the greatest harm. */
export const RISK_IMPACTS = ['MINOR', 'SERIOUS', 'SEVERE'] as const
export type RiskImpact = (typeof RISK_IMPACTS)[number]

export const RISK_RATINGS = ['LOW', 'MEDIUM', 'HIGH'] as const
export type RiskRating = (typeof RISK_RATINGS)[number]

/** Why a risk is to be looked at again: as it was planned, or because its platform changed a text. */
export const RISK_REVIEW_CAUSES = ['PLANNED', 'TERMS_CHANGED', 'PRIVACY_POLICY_CHANGED'] as const
export type RiskReviewCause = (typeof RISK_REVIEW_CAUSES)[number]

/** The office that owns the risks of each area, the clause it does so under, and the area in running text. */
export const RISK_OFFICES = {
  PRIVACY: { role: 'PRIVACY_OFFICER', clause: 'IV.C.3', words: 'privacy' },
  CIVIL_RIGHTS: { role: 'CRCL_OFFICER', clause: 'IV.D.2', words: 'civil rights' },
} as const satisfies Record<RiskArea, { role: Role; clause: ClauseId; words: string }>

/** What is cited of a risk: of privacy also that law and policy on it are followed. */
export const RISK_CLAUSES: Readonly<Record<RiskArea, readonly [ClauseId, ...ClauseId[]]>> = {
  PRIVACY: ['IV.C.3', 'IV.C.5'],
  CIVIL_RIGHTS: ['IV.D.2'],
}

/** How likely something is, and how great the harm. */
export interface RiskLevel {
  readonly likelihood: RiskLikelihood
  readonly impact: RiskImpact
}

/** What is stored of a risk's levels; null where it was not assessed, or nothing done counts yet. */
export interface StoredLevels {
  readonly likelihood: RiskLikelihood | null
  readonly impact: RiskImpact | null
  readonly residualLikelihood: RiskLikelihood | null
  readonly residualImpact: RiskImpact | null
}

// A likelihood from 1 to 3 times an impact from 1 to 3: from 3 on medium, from 6 on high. A trigger counts so too.
const MEDIUM_FROM = 3
const HIGH_FROM = 6

/** How a level is rated. */
export function riskRating({ likelihood, impact }: RiskLevel): RiskRating {
  const product = (RISK_LIKELIHOODS.indexOf(likelihood) + 1) * (RISK_IMPACTS.indexOf(impact) + 1)
  if (product >= HIGH_FROM) return 'HIGH'
  return product >= MEDIUM_FROM ? 'MEDIUM' : 'LOW'
}

/** Every level of a rating. */
export function levelsRated(rating: RiskRating): readonly RiskLevel[] {
  return RISK_LIKELIHOODS.flatMap((likelihood) =>
    RISK_IMPACTS.map((impact) => ({ likelihood, impact })),
  ).filter((level) => riskRating(level) === rating)
}

/** How a risk is rated while nothing is done; null until its office has assessed it. */
export function inherentRating({ likelihood, impact }: StoredLevels): RiskRating | null {
  return likelihood === null || impact === null ? null : riskRating({ likelihood, impact })
}

/** How what is left of a risk is rated: all of it until something done counts; null until it was assessed. */
export function residualRating(levels: StoredLevels): RiskRating | null {
  const { residualLikelihood: likelihood, residualImpact: impact } = levels
  return likelihood === null || impact === null ? inherentRating(levels) : riskRating({ likelihood, impact })
}

/** A risk as it stands in the way of something, or not. */
export interface RiskStanding extends StoredLevels {
  readonly area: RiskArea
  readonly state: RiskState
  readonly title: string
  readonly acceptedUntil: Date | null
}

/** Whether what is left of a risk is high and nobody bears it: not mitigated, not accepted now, not closed. */
export function isHighUnmitigated(risk: RiskStanding, now: Date): boolean {
  if (residualRating(risk) !== 'HIGH') return false
  return risk.state === 'OPEN' || (risk.state === 'ACCEPTED' && hasRunOut(risk, now))
}

/** Whether an acceptance has ended: the day it names is its last, in UTC. */
export function hasRunOut({ acceptedUntil }: Pick<RiskStanding, 'acceptedUntil'>, now: Date): boolean {
  return acceptedUntil !== null && acceptedUntil < dayOf(now)
}

/** Whether the last day to look at a risk again is over, in UTC. */
export function isReviewOverdue(
  { state, reviewBy }: { readonly state: RiskState; readonly reviewBy: Date | null },
  now: Date,
): boolean {
  return state !== 'CLOSED' && reviewBy !== null && reviewBy < dayOf(now)
}

/** The day of an instant, in UTC. */
export function dayOf(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()))
}

/** A risk as decisions on it look at it, read under its lock. */
export interface RiskFacts extends RiskStanding {
  readonly id: string
  readonly accountId: string | null
  readonly platformId: string | null
  readonly componentId: string
  readonly reviewBy: Date | null
  readonly reviewBecause: RiskReviewCause
  readonly raisedById: string
  readonly acceptedById: string | null
  readonly mitigations: readonly { readonly state: RiskMitigationState }[]
  readonly version: number
}

export const RISK_MITIGATION_STATES = ['PLANNED', 'DONE', 'DROPPED'] as const
export type RiskMitigationState = (typeof RISK_MITIGATION_STATES)[number]

/** Whose a mitigation is: a role's, in the risk's component or in its office, or one person's. */
export interface MitigationOwner {
  readonly ownerRole: Role | null
  readonly ownerId: string | null
}

/** A mitigation as decisions on it look at it, read under its lock. */
export interface RiskMitigationFacts extends MitigationOwner {
  readonly id: string
  readonly riskId: string
  readonly area: RiskArea
  readonly accountId: string | null
  readonly platformId: string | null
  readonly componentId: string
  readonly state: RiskMitigationState
  readonly version: number
}

/** Whether a mitigation is to be done and its day is over, in UTC. */
export function isMitigationOverdue(
  { state, dueOn }: { readonly state: RiskMitigationState; readonly dueOn: Date },
  now: Date,
): boolean {
  return state === 'PLANNED' && dueOn < dayOf(now)
}
