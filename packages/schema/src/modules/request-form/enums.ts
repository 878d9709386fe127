import { QUESTION_KINDS, REQUEST_DETAILS } from '@official-accounts/domain/request-form/request-form'
import { describedEnum } from '../../described-enum.ts'

export const RequestDetailEnum = describedEnum(
  'RequestDetail',
  'A detail every request has a field for, and the form in force may demand.',
  REQUEST_DETAILS,
  {
    PURPOSE: 'The mission purpose; always demanded (V.B.3).',
    MISSION_AREA: 'The mission area; always demanded (V.B.3).',
    JUSTIFICATION: 'Why no existing account serves; always demanded (V.B.3).',
    AUDIENCE: 'Whom it would speak to.',
    LANGUAGE: 'In which language.',
    ADMINISTRATORS: 'At least two administrators; always demanded (IV.B.3).',
    OFFICIAL_OUTLET: 'The official outlet beside the platform; always demanded (V.B.10).',
    COMMENT_POLICY: 'The address of its comment policy (V.A.2).',
    PRIVACY_NOTICE: 'The address of its privacy notice (M-10-23).',
    RECORDS_CAPTURE: 'How its records would be captured (III.E).',
  },
)

export const QuestionKindEnum = describedEnum(
  'QuestionKind',
  'How a question of the form is answered.',
  QUESTION_KINDS,
  {
    TEXT: 'In words.',
    CHOICE: 'With one of its choices.',
    URL: 'With an address that begins with https://.',
    YES_NO: 'With YES or NO.',
  },
)
