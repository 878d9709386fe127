import {
  CERTIFICATION_ANSWER_STATES,
  CERTIFICATION_PART_STATES,
  CERTIFICATION_STATES,
  QUESTION_KINDS,
} from '@official-accounts/domain/certification/certification'
import { describedEnum } from '../../described-enum.ts'

export const CertificationStateEnum = describedEnum(
  'CertificationState',
  'Whether a certification is still answered.',
  CERTIFICATION_STATES,
  { OPEN: 'It is answered now.', CLOSED: 'Its result is frozen.' },
)

export const CertificationPartStateEnum = describedEnum(
  'CertificationPartState',
  'Where a component’s part of a certification stands.',
  CERTIFICATION_PART_STATES,
  {
    OPEN: 'Waits for the component.',
    CERTIFIED: 'Its director has certified it.',
    RETURNED: 'Public Affairs has sent it back.',
  },
)

export const CertificationAnswerStateEnum = describedEnum(
  'CertificationAnswerState',
  'Where the answer for one account stands.',
  CERTIFICATION_ANSWER_STATES,
  {
    WAITING: 'Not answered.',
    ANSWERED: 'Answered.',
    RETURNED: 'Sent back, to be answered again.',
  },
)

export const QuestionKindEnum = describedEnum(
  'CertificationQuestionKind',
  'How a question is answered.',
  QUESTION_KINDS,
  {
    YES_NO: 'YES or NO; a no is explained.',
    TEXT: 'In words.',
    CHOICE: 'With one of its choices.',
  },
)

export const CertificationDecisionKindEnum = describedEnum(
  'CertificationDecisionKind',
  'What was decided on a component’s part.',
  ['CERTIFIED', 'RETURNED', 'ANSWER_RETURNED'],
  {
    CERTIFIED: 'Its director certified it.',
    RETURNED: 'It was sent back as a whole.',
    ANSWER_RETURNED: 'The answer for one account was sent back.',
  },
)
