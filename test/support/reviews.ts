import type { ReviewKind } from '@official-accounts/domain/platform/platform'

const ASSESSMENT = {
  specificPurpose: 'To answer questions about crossings.',
  availableInformation: 'Names and pictures that people show of themselves.',
  intendedUse: 'None beyond the answer.',
  sharing: 'With nobody.',
  retention: 'As the records schedule says.',
  safeguards: 'Access by two administrators.',
  otherRisks: 'People may tell more than they should; replies ask them not to.',
  recordsSystem: 'None comes about.',
}

const CONTENT: Readonly<Record<ReviewKind, object>> = {
  SECURITY: {},
  ACCESSIBILITY: {},
  PRIVACY: { threshold: 'ASSESSMENT_NEEDED', assessment: ASSESSMENT, use: 'TWO_WAY' },
  TERMS_OF_SERVICE: {
    indemnification: 'REMOVED_BY_AMENDMENT',
    textUrl: 'https://terms.example/2026',
    textSha256: 'ab'.repeat(32),
    textDatedOn: '2026-01-31',
  },
  CIVIL_RIGHTS: {},
  COUNSEL: {},
  RECORDS: {},
}

/** What a review of each kind says when it passes. */
export function passedReview(kind: ReviewKind): object {
  return { kind, outcome: 'PASSED', findings: 'Nothing stands against it.', ...CONTENT[kind] }
}

/** Each review with the persona of its office and of another office that gives reviews, and its clause. */
export const OFFICES = [
  ['SECURITY', 'cio', 'privacy', 'IV.B.1'],
  ['ACCESSIBILITY', 'cio', 'records', 'IV.B.1'],
  ['PRIVACY', 'privacy', 'cio', 'IV.C.3'],
  ['TERMS_OF_SERVICE', 'counsel', 'cio', 'III.I'],
  ['CIVIL_RIGHTS', 'crcl', 'counsel', 'IV.D.1'],
  ['COUNSEL', 'counsel', 'crcl', 'V.A.2'],
  ['RECORDS', 'records', 'privacy', 'IV.B.4'],
] as const
