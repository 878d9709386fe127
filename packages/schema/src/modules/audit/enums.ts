import { describedEnum } from '../../described-enum.ts'

export const AuditOutcomeEnum = describedEnum(
  'AuditOutcome',
  'Whether what was asked for happened.',
  ['ACCEPTED', 'REFUSED'],
  {
    ACCEPTED: 'It happened.',
    REFUSED: 'It was refused; the reason says why.',
  },
)
