import { ACCESS_KINDS, ACCESS_STATES } from '@official-accounts/domain/access-grant/access-grant'
import { describedEnum } from '../../described-enum.ts'

export const AccessKindEnum = describedEnum('AccessKind', 'What access is for (V.B.4).', ACCESS_KINDS, {
  MANAGE: 'To manage an official account.',
  MONITOR: 'To look at accounts outside the department, for awareness that is not operational.',
})

export const AccessStateEnum = describedEnum(
  'AccessState',
  'Where a request for access stands (V.B.4).',
  ACCESS_STATES,
  {
    REQUESTED: 'Waits for a decision.',
    APPROVED: 'Approved; waits for the Chief Information Officer to provide it.',
    PROVISIONED: 'Provided, until its date.',
    DENIED: 'Denied, with a reason.',
    WITHDRAWN: 'Taken back.',
    REVOKED: 'Ended.',
  },
)

export const AccessDecisionEnum = describedEnum(
  'AccessDecision',
  'What is decided on a request for access.',
  ['APPROVE', 'DENY'],
  { APPROVE: 'It is approved.', DENY: 'It is denied.' },
)
