import { EXCEPTION_STANDINGS, EXCEPTION_STATES } from '@official-accounts/domain/exception/exception'
import { describedEnum } from '../../described-enum.ts'

export const ExceptionStateEnum = describedEnum(
  'ExceptionState',
  'What was decided on a request for an exception (V.B.12).',
  EXCEPTION_STATES,
  {
    REQUESTED: 'Waits for Public Affairs.',
    GRANTED: 'Granted, for its time.',
    DENIED: 'Denied, with a reason.',
    WITHDRAWN: 'Taken back before it was decided.',
    REVOKED: 'Taken back after it was granted.',
  },
)

export const ExceptionStandingEnum = describedEnum(
  'ExceptionStanding',
  'Whether an exception counts now.',
  EXCEPTION_STANDINGS,
  {
    REQUESTED: 'Waits for Public Affairs.',
    UPCOMING: 'Granted, and not begun.',
    IN_FORCE: 'It counts.',
    RUN_OUT: 'Granted, and its time is over.',
    DENIED: 'Denied.',
    WITHDRAWN: 'Taken back before it was decided.',
    REVOKED: 'Taken back after it was granted.',
  },
)

export const ExceptionDecisionEnum = describedEnum(
  'ExceptionDecision',
  'What is decided on a request for an exception.',
  ['GRANT', 'DENY'],
  { GRANT: 'It is granted.', DENY: 'It is denied.' },
)
