import { SEVERITIES } from '@official-accounts/domain/compliance/compliance'
import { FINDING_ORIGINS, FINDING_STATES } from '@official-accounts/domain/finding/finding'
import { describedEnum } from '../../described-enum.ts'

export const FindingStateEnum = describedEnum(
  'FindingState',
  'Whether a finding still holds.',
  FINDING_STATES,
  {
    OPEN: 'It holds.',
    CLOSED: 'It no longer holds.',
  },
)

export const FindingSeverityEnum = describedEnum(
  'FindingSeverity',
  'How much a finding weighs.',
  SEVERITIES,
  {
    LOW: 'A gap in what is recorded.',
    MEDIUM: 'An obligation is not shown to be kept.',
    HIGH: 'An obligation is broken.',
  },
)

export const FindingOriginEnum = describedEnum('FindingOrigin', 'Who found it.', FINDING_ORIGINS, {
  AUTOMATIC: 'The registry itself, by what is on record.',
  BY_HAND: 'An office.',
})
