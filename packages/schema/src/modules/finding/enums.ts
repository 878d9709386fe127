import { describedEnum } from '../../described-enum.ts'

export const FindingStateEnum = describedEnum(
  'FindingState',
  'Whether a finding still holds.',
  ['OPEN', 'CLOSED'],
  {
    OPEN: 'It holds.',
    CLOSED: 'It no longer holds.',
  },
)
