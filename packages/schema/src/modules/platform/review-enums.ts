import { REVIEW_OPENINGS } from '@official-accounts/domain/platform/platform'
import {
  INDEMNIFICATION_FINDINGS,
  PLATFORM_USES,
  PRIVACY_THRESHOLDS,
} from '@official-accounts/domain/platform/review-report'
import { REVIEW_TROUBLES } from '@official-accounts/domain/platform/review-standing'
import { describedEnum } from '../../described-enum.ts'

export const ReviewOpeningEnum = describedEnum(
  'ReviewOpening',
  'Why a review is asked for.',
  REVIEW_OPENINGS,
  {
    PROPOSED: 'The platform was proposed.',
    EXPIRED: 'The outcome before no longer holds.',
    TERMS_CHANGED: 'The platform changed its terms (M-13-10).',
    PRIVACY_POLICY_CHANGED: 'The platform changed its privacy policy (M-10-23).',
  },
)

export const IndemnificationFindingEnum = describedEnum(
  'IndemnificationFinding',
  'What the terms oblige the department to (M-13-10).',
  INDEMNIFICATION_FINDINGS,
  {
    NONE: 'The terms ask for no indemnification.',
    REMOVED_BY_AMENDMENT: 'An amendment for the government takes it away.',
    LIMITED: 'Indemnification within limits that the law allows.',
    OPEN_ENDED: 'Indemnification without limit: such terms cannot pass.',
  },
)

export const PrivacyThresholdEnum = describedEnum(
  'PrivacyThreshold',
  'What the threshold analysis of privacy came to (M-10-23).',
  PRIVACY_THRESHOLDS,
  {
    NO_PERSONAL_INFORMATION: 'No personal information becomes available: no assessment is needed.',
    ASSESSMENT_NEEDED: 'Personal information may become available: the adapted assessment is needed.',
  },
)

export const PlatformUseEnum = describedEnum('PlatformUse', 'How a platform is used.', PLATFORM_USES, {
  ONE_WAY: 'To tell the public.',
  TWO_WAY: 'To tell the public and to hear from it.',
})

export const ReviewTroubleEnum = describedEnum(
  'ReviewTrouble',
  'Why a review stands in the way of an approval.',
  REVIEW_TROUBLES,
  {
    MISSING: 'It has not been given.',
    NEGATIVE: 'It came out against the platform.',
    EXPIRED: 'It no longer holds.',
  },
)
