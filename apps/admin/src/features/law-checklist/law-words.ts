import type {
  LawAnswerer,
  LawFact,
  LawOutcome,
  LawStanding,
} from '@official-accounts/domain/law-checklist/law-checklist'
import { ROLES } from '@official-accounts/domain/access/roles'
import type { StatusTone } from '../../ui/status-tag.tsx'

/** Who answers an item. */
export function answererWords(answerer: LawAnswerer): string {
  return answerer === 'ACCOUNT' ? 'Whoever answers for the account' : ROLES[answerer].title
}

export const OUTCOME_WORDS: Readonly<Record<LawOutcome, string>> = {
  MET: 'Yes',
  NOT_MET: 'No',
  NOT_APPLICABLE: 'It does not apply',
}

export const FACT_WORDS: Readonly<Record<LawFact, string>> = {
  OFFICIAL_OUTLET: 'An official outlet is recorded',
  COMMENT_POLICY: 'A comment policy is recorded',
  PRIVACY_NOTICE: 'A privacy notice is recorded',
  RECORDS_CAPTURE: 'The capture of its records is recorded',
  SECURITY_ATTESTATION: 'Its security is attested',
  PLATFORM_ACCESSIBILITY_REVIEW: 'The platform’s accessibility review holds',
  PLATFORM_PRIVACY_REVIEW: 'The platform’s privacy review holds',
  PLATFORM_CIVIL_RIGHTS_REVIEW: 'The platform’s civil rights review holds',
}

export const STANDING_WORDS: Readonly<
  Record<LawStanding, { readonly label: string; readonly tone: StatusTone }>
> = {
  MET: { label: 'Met', tone: 'GOOD' },
  NOT_APPLICABLE: { label: 'Does not apply', tone: 'ENDED' },
  NOT_MET: { label: 'Not met', tone: 'WARNING' },
  UNANSWERED: { label: 'Not answered', tone: 'WAITING' },
  CHANGED: { label: 'Asked anew', tone: 'WAITING' },
  AGED: { label: 'Answered too long ago', tone: 'WAITING' },
}
