import { recordPlatformReview } from '@official-accounts/commands/platform/record-platform-review'
import { recordPlatformTermsChange } from '@official-accounts/commands/platform/record-platform-terms-change'
import { settleReviewRequirement } from '@official-accounts/commands/platform/settle-review-requirement'
import { builder } from '../../builder.ts'
import { describedEnum } from '../../described-enum.ts'
import { changeInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { PlatformKindEnum, ReviewKindEnum, ReviewOutcomeEnum } from './enums.ts'
import { IndemnificationFindingEnum, PlatformUseEnum, PrivacyThresholdEnum } from './review-enums.ts'
import { ReviewRequirementNode } from './review-types.ts'
import { PlatformNode } from './types.ts'

const PlatformTextEnum = describedEnum(
  'PlatformText',
  'A text of a platform’s own.',
  ['TERMS_OF_SERVICE', 'PRIVACY_POLICY'],
  { TERMS_OF_SERVICE: 'Its terms of service.', PRIVACY_POLICY: 'Its privacy policy.' },
)

const AssessmentInput = builder.inputType('PrivacyAssessmentInput', {
  description: 'The eight parts of the adapted privacy impact assessment (M-10-23); a passed review has all.',
  fields: (t) => ({
    specificPurpose: t.string({ description: 'What exactly the use is for.' }),
    availableInformation: t.string({ description: 'Which personal information is likely to be available.' }),
    intendedUse: t.string({ description: 'What it is meant to be used for.' }),
    sharing: t.string({ description: 'With whom it is shared.' }),
    retention: t.string({ description: 'How it is kept, and for how long.' }),
    safeguards: t.string({ description: 'How it is secured.' }),
    otherRisks: t.string({ description: 'Other risks, and what lessens them.' }),
    recordsSystem: t.string({ description: 'Whether a system of records comes about or changes.' }),
  }),
})

const CoveredPlatformInput = builder.inputType('CoveredPlatformInput', {
  description: 'Another platform that a review covers.',
  fields: (t) => ({
    platform: t.string({ required: true, description: 'By its slug.' }),
    use: t.field({ type: PlatformUseEnum, description: 'For privacy: how it is used.' }),
  }),
})

const PlatformReviewInput = changeInput('PlatformReviewInput', 'The outcome of a review.', (t) => ({
  platformId: t.id({ required: true, description: 'The platform.' }),
  kind: t.field({
    type: ReviewKindEnum,
    required: true,
    description: 'Which review; it belongs to your office.',
  }),
  outcome: t.field({
    type: ReviewOutcomeEnum,
    required: true,
    description: 'How it came out; DUE is no outcome.',
  }),
  findings: t.string({ required: true, description: 'What it found.' }),
  conditions: t.string({ description: 'Under which conditions it passed.' }),
  expiresOn: t.string({ description: 'Until when it holds, YYYY-MM-DD; as the policy says when not given.' }),
  indemnification: t.field({
    type: IndemnificationFindingEnum,
    description: 'For terms: what they oblige the department to. Open-ended cannot pass (M-13-10).',
  }),
  textUrl: t.string({ description: 'Where the platform’s own text stands that was read, https.' }),
  textSha256: t.string({ description: 'For terms: the SHA-256 of the text that was read.' }),
  textDatedOn: t.string({ description: 'For terms: the day of that text, YYYY-MM-DD.' }),
  threshold: t.field({
    type: PrivacyThresholdEnum,
    description: 'For privacy: what the threshold analysis came to (M-10-23).',
  }),
  assessment: t.field({
    type: AssessmentInput,
    description: 'For privacy: needed where personal information may become available.',
  }),
  use: t.field({ type: PlatformUseEnum, description: 'For privacy: how the platform is used.' }),
  alsoCovers: t.field({
    type: [CoveredPlatformInput],
    description: 'Comparable platforms that the same review covers.',
  }),
  templateId: t.id({ description: 'The former report it is written from.' }),
}))

const PlatformTermsChangeInput = changeInput(
  'PlatformTermsChangeInput',
  'A change of a platform’s own terms or privacy policy.',
  (t) => ({
    platformId: t.id({ required: true, description: 'The platform.' }),
    text: t.field({ type: PlatformTextEnum, required: true, description: 'Which of its texts.' }),
    changedOn: t.string({ required: true, description: 'Since when the new text holds, YYYY-MM-DD.' }),
    textUrl: t.string({ description: 'Where the new text stands, https.' }),
    textSha256: t.string({ description: 'The SHA-256 of the new text.' }),
    reason: t.string({ required: true, description: 'What changed.' }),
  }),
)

const ReviewRequirementInput = changeInput(
  'ReviewRequirementInput',
  'By when a review is due, how long it holds, and which platforms need it.',
  (t) => ({
    kind: t.field({ type: ReviewKindEnum, required: true, description: 'Which review.' }),
    dueDays: t.int({ required: true, description: 'Days until it is due, 1 to 730.' }),
    validDays: t.int({ required: true, description: 'Days an outcome holds, 1 to 3660.' }),
    appliesTo: t.field({
      type: [PlatformKindEnum],
      required: true,
      description: 'Which kinds of platforms need it.',
    }),
    reason: t.string({ required: true, description: 'Why.' }),
  }),
)

const platformMutation = mutationsOf(PlatformNode, (read, query) => read.platform.findFirstOrThrow(query))

const requirementMutation = mutationsOf(ReviewRequirementNode, (read, query) =>
  read.reviewRequirement.findFirstOrThrow(query),
)

platformMutation(
  recordPlatformReview,
  PlatformReviewInput,
  'Records your office’s review of a platform, and of comparable ones it covers.',
)
platformMutation(
  recordPlatformTermsChange,
  PlatformTermsChangeInput,
  'Records that a platform changed its terms or privacy policy; the review of that text is due again.',
)
requirementMutation(
  settleReviewRequirement,
  ReviewRequirementInput,
  'Settles by when a review of platforms is due and how long it holds.',
)
