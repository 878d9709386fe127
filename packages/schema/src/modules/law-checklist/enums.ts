import {
  LAW_ANSWERERS,
  LAW_AREAS,
  LAW_FACTS,
  LAW_OUTCOMES,
  LAW_STANDINGS,
} from '@official-accounts/domain/law-checklist/law-checklist'
import { describedEnum } from '../../described-enum.ts'

export const LawAreaEnum = describedEnum(
  'LawArea',
  'An area of law and policy that V.A.2 names.',
  LAW_AREAS,
  {
    ACCESSIBILITY: 'People with disabilities take part.',
    CIVIL_RIGHTS: 'Civil rights and civil liberties.',
    FREEDOM_OF_INFORMATION: 'What the Freedom of Information Act provides.',
    INFORMATION_QUALITY: 'What is said is right.',
    INTELLECTUAL_PROPERTY: 'The rights of others to their work.',
    PRIVACY: 'What is kept and said of people.',
    RECORDS: 'What is kept for the record.',
    SECURITY: 'Who gets at the account.',
  },
)

export const LawAnswererEnum = describedEnum('LawAnswerer', 'Who answers an item.', LAW_ANSWERERS, {
  ACCOUNT: 'A contact of the account, or its component’s manager or director.',
  OPA: 'The Office of Public Affairs.',
  CIO: 'The Chief Information Officer.',
  RECORDS_OFFICER: 'The Chief Records Officer.',
  PRIVACY_OFFICER: 'The Chief Privacy Officer.',
  FOIA_OFFICER: 'The Chief FOIA Officer.',
  CRCL_OFFICER: 'The Officer for Civil Rights and Civil Liberties.',
  GENERAL_COUNSEL: 'General Counsel.',
})

export const LawFactEnum = describedEnum(
  'LawFact',
  'A fact on record that answers an item by itself.',
  LAW_FACTS,
  {
    OFFICIAL_OUTLET: 'Whether an official outlet is recorded (V.B.10).',
    COMMENT_POLICY: 'Whether a comment policy is recorded, where it speaks to the public.',
    PRIVACY_NOTICE: 'Whether a privacy notice is recorded, where it speaks to the public.',
    RECORDS_CAPTURE: 'Whether the way its records are captured is recorded.',
    SECURITY_ATTESTATION: 'Whether an attestation of its security is in force (IV.B.3).',
    PLATFORM_ACCESSIBILITY_REVIEW: 'Whether its platform’s accessibility review holds (IV.B.1).',
    PLATFORM_PRIVACY_REVIEW: 'Whether its platform’s privacy review holds (IV.C.3).',
    PLATFORM_CIVIL_RIGHTS_REVIEW: 'Whether its platform’s civil rights review holds (IV.D.1).',
  },
)

export const LawOutcomeEnum = describedEnum('LawOutcome', 'An answer to an item.', LAW_OUTCOMES, {
  MET: 'Yes.',
  NOT_MET: 'No; a note says what is amiss.',
  NOT_APPLICABLE: 'It does not apply; a note says why.',
})

export const LawStandingEnum = describedEnum(
  'LawStanding',
  'Where an item stands for an account.',
  LAW_STANDINGS,
  {
    MET: 'Met.',
    NOT_APPLICABLE: 'It does not apply.',
    NOT_MET: 'Not met.',
    UNANSWERED: 'Nobody has answered it.',
    CHANGED: 'It is asked in other words since it was answered.',
    AGED: 'It was answered too long ago.',
  },
)
