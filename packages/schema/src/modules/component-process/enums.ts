import {
  ALIGNMENTS,
  COMPONENT_PROCESS_STATES,
} from '@official-accounts/domain/component-process/component-process'
import { describedEnum } from '../../described-enum.ts'

export const ComponentProcessStateEnum = describedEnum(
  'ComponentProcessState',
  'Where a version of a publishing process stands (IV.E.1).',
  COMPONENT_PROCESS_STATES,
  {
    SUBMITTED: 'Waits for the review by Public Affairs.',
    RETURNED: 'Sent back with a reason.',
    PUBLISHED: 'Found aligned and published.',
    SUPERSEDED: 'A newer version took its place.',
  },
)

export const AlignmentEnum = describedEnum(
  'Alignment',
  'How a publishing process stands to the guidance in force.',
  ALIGNMENTS,
  {
    ALIGNED: 'Its last review is newer than the guidance.',
    REVIEW_DUE: 'Guidance changed since; until its day the last review stands.',
    OUTDATED: 'Guidance changed since, and the day for a review has passed.',
    NOT_PUBLISHED: 'It is not published.',
  },
)

export const ProcessReviewEnum = describedEnum(
  'ProcessReviewOutcome',
  'What a review of a publishing process finds.',
  ['ALIGNED', 'RETURNED'],
  { ALIGNED: 'It follows the guidance: it is published.', RETURNED: 'It goes back with the reason.' },
)
