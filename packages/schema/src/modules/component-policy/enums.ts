import {
  COMPONENT_POLICY_STATES,
  POLICY_COVERAGES,
} from '@official-accounts/domain/component-policy/component-policy'
import { describedEnum } from '../../described-enum.ts'

export const ComponentPolicyStateEnum = describedEnum(
  'ComponentPolicyState',
  'Where a version of a component’s policy stands with the Privacy Office (OIG.4).',
  COMPONENT_POLICY_STATES,
  {
    SUBMITTED: 'Waits for the review by the Privacy Office.',
    RETURNED: 'Sent back with a reason.',
    APPROVED: 'Approved, and to be put into practice.',
    IMPLEMENTED: 'Found to be in practice.',
    SUPERSEDED: 'A newer version took its place.',
  },
)

export const PolicyCoverageEnum = describedEnum(
  'PolicyCoverage',
  'How far a component has come with its policy.',
  POLICY_COVERAGES,
  {
    NONE: 'There is none that counts or waits.',
    SUBMITTED: 'One waits for its first approval.',
    APPROVED: 'One is approved.',
    IMPLEMENTED: 'One is in practice.',
  },
)

export const PolicyReviewEnum = describedEnum(
  'PolicyReviewOutcome',
  'What a review of a component’s policy finds.',
  ['APPROVED', 'RETURNED'],
  { APPROVED: 'It is approved.', RETURNED: 'It goes back with the reason.' },
)
