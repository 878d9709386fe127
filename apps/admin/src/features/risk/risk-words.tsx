import { ROLES, type Role } from '@official-accounts/domain/access/roles'
import {
  RISK_MITIGATION_ACTIONS,
  riskMachine,
  type RiskAction,
  type RiskMitigationAction,
} from '@official-accounts/domain/risk/risk-machine'
import { RISK_ACTIONS } from '@official-accounts/domain/risk/risk-machine'
import type { RiskArea, RiskImpact, RiskLikelihood, RiskRating } from '@official-accounts/domain/risk/risk'
import { statesFor } from '@official-accounts/domain/state-machine'
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx'
import { enumWords, isOneOf } from '../../ui/words.ts'
import type { RiskRow } from './risk.documents.ts'

/** What each area is called. */
export const AREA_WORDS: Readonly<Record<RiskArea, string>> = {
  PRIVACY: 'Privacy',
  CIVIL_RIGHTS: 'Civil rights and liberties',
}

/** The scale of how likely something is. */
export const LIKELIHOOD_WORDS: Readonly<Record<RiskLikelihood, string>> = {
  UNLIKELY: 'Unlikely: not expected while the service is used',
  POSSIBLE: 'Possible: it may well happen once',
  LIKELY: 'Likely: it happens already, or is expected to',
}

/** The scale of how great the harm is. */
export const IMPACT_WORDS: Readonly<Record<RiskImpact, string>> = {
  MINOR: 'Minor: put right without loss',
  SERIOUS: 'Serious: harm to some people, put right with effort',
  SEVERE: 'Severe: harm to many people, or not to be put right',
}

const RATING_TONES: Readonly<Record<RiskRating, StatusTone>> = {
  LOW: 'GOOD',
  MEDIUM: 'WAITING',
  HIGH: 'WARNING',
}

/** A rating, or that there is none yet. */
export function RatingTag({ rating }: { readonly rating: RiskRating | null }) {
  return rating === null ? 'Not assessed' : <StatusTag status={rating} tone={RATING_TONES[rating]} />
}

/** How the state of a risk is shown. */
export const RISK_TONES: Readonly<Record<RiskRow['state'], StatusTone>> = {
  OPEN: 'WARNING',
  MITIGATED: 'GOOD',
  ACCEPTED: 'WAITING',
  CLOSED: 'ENDED',
}

/** What a risk is about, in words. */
export function riskSubjectWords({ account, platform, component }: RiskRow): string {
  return account?.title ?? platform?.name ?? component.name
}

/** What each action on a risk and on a mitigation is called, and what it does. */
export const RISK_ACTION_LABELS: Readonly<Record<RiskAction | RiskMitigationAction, string>> = {
  assessRisk: 'Assess',
  planRiskMitigation: 'Plan a mitigation',
  mitigateRisk: 'Say what is left',
  acceptRisk: 'Accept',
  reviewRisk: 'Confirm after a look',
  closeRisk: 'Close',
  reopenRisk: 'Open again',
  completeRiskMitigation: 'Say that it is done',
  dropRiskMitigation: 'Drop',
}

/** Whether a text names an action on a risk. */
export function isRiskAction(value: string): value is RiskAction {
  return isOneOf(RISK_ACTIONS, value)
}

/** Whether a text names an action on a mitigation. */
export function isRiskMitigationAction(value: string): value is RiskMitigationAction {
  return isOneOf(RISK_MITIGATION_ACTIONS, value)
}

/** What an action is called. */
export function riskActionLabel(action: string): string {
  return isRiskAction(action) || isRiskMitigationAction(action) ? RISK_ACTION_LABELS[action] : action
}

/** Why an action on a risk needs another state. */
export function riskStateReason(action: string): string {
  if (!isRiskAction(action)) return ''
  const states = statesFor(riskMachine, action).map((state) => enumWords(state).toLowerCase())
  return `Only while it is ${states.join(' or ')}.`
}

/** Whose a mitigation is. */
export function mitigationOwnerWords(mitigation: {
  readonly ownerRole: Role | null
  readonly owner: { readonly displayName: string } | null
}): string {
  const { ownerRole, owner } = mitigation
  return ownerRole === null ? (owner?.displayName ?? 'A person') : ROLES[ownerRole].title
}
