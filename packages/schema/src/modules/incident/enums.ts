import {
  INCIDENT_KINDS,
  INCIDENT_OUTCOMES,
  INCIDENT_STATES,
} from '@official-accounts/domain/incident/incident'
import { describedEnum } from '../../described-enum.ts'

export const IncidentKindEnum = describedEnum('IncidentKind', 'What was reported.', INCIDENT_KINDS, {
  COMPROMISE: 'Others got hold of an official account.',
  IMPERSONATION: 'An account of others pretends to be official.',
})

export const IncidentStateEnum = describedEnum(
  'IncidentState',
  'Where an incident stands.',
  INCIDENT_STATES,
  {
    REPORTED: 'Waits for somebody to look into it.',
    CONTAINED: 'The account is suspended, and the recovery is under way.',
    RESOLVED: 'Settled, with an outcome.',
  },
)

export const IncidentOutcomeEnum = describedEnum(
  'IncidentOutcome',
  'How an incident ended.',
  INCIDENT_OUTCOMES,
  {
    CONTROL_REGAINED: 'The department controls the account again.',
    ACCOUNT_GIVEN_UP: 'The account could not be regained, and ends.',
    IMPOSTOR_REMOVED: 'The platform removed the impostor.',
    PLATFORM_REFUSED: 'The platform did not act.',
    NOT_CONFIRMED: 'It was not what it seemed.',
  },
)
