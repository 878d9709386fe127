import {
  RISK_AREAS,
  RISK_IMPACTS,
  RISK_LIKELIHOODS,
  RISK_MITIGATION_STATES,
  RISK_RATINGS,
  RISK_REVIEW_CAUSES,
  RISK_STATES,
} from '@official-accounts/domain/risk/risk'
import { describedEnum } from '../../described-enum.ts'

export const RiskAreaEnum = describedEnum('RiskArea', 'What a risk endangers.', RISK_AREAS, {
  PRIVACY: 'Privacy: a matter of the Chief Privacy Officer (IV.C.3).',
  CIVIL_RIGHTS: 'Civil rights and liberties: a matter of their Officer (IV.D.2).',
})

export const RiskStateEnum = describedEnum('RiskState', 'Where a risk stands.', RISK_STATES, {
  OPEN: 'It is to be assessed, or something is to be done about it.',
  MITIGATED: 'What was done about it left less than a high risk.',
  ACCEPTED: 'Its office bears what is left of it until a day.',
  CLOSED: 'It is there no longer.',
})

export const RiskLikelihoodEnum = describedEnum(
  'RiskLikelihood',
  'How likely it is that it happens.',
  RISK_LIKELIHOODS,
  {
    UNLIKELY: 'It is not expected to happen while the service is used.',
    POSSIBLE: 'It may well happen once while the service is used.',
    LIKELY: 'It happens already, or is expected to.',
  },
)

export const RiskImpactEnum = describedEnum('RiskImpact', 'How great the harm is.', RISK_IMPACTS, {
  MINOR: 'An annoyance that is put right without loss.',
  SERIOUS: 'Harm to some people that can be put right with effort.',
  SEVERE: 'Harm to many people, or harm that cannot be put right.',
})

export const RiskRatingEnum = describedEnum(
  'RiskRating',
  'Likelihood and impact together, each counted from 1 to 3 and multiplied.',
  RISK_RATINGS,
  { LOW: 'Up to 2.', MEDIUM: 'From 3 on.', HIGH: 'From 6 on.' },
)

export const RiskReviewCauseEnum = describedEnum(
  'RiskReviewCause',
  'Why a risk is to be looked at again.',
  RISK_REVIEW_CAUSES,
  {
    PLANNED: 'Its office set the day.',
    TERMS_CHANGED: 'The platform changed its terms.',
    PRIVACY_POLICY_CHANGED: 'The platform changed its privacy policy.',
  },
)

export const RiskMitigationStateEnum = describedEnum(
  'RiskMitigationState',
  'Where a mitigation stands.',
  RISK_MITIGATION_STATES,
  { PLANNED: 'Its owner has to do it.', DONE: 'It is done.', DROPPED: 'It will not be done.' },
)
