import { expect, test } from 'vitest'
import type { ReviewFacts } from '../platform/platform.ts'
import { answerByFact, type AccountEvidence } from './law-facts.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const REVIEW: ReviewFacts = {
  kind: 'ACCESSIBILITY',
  outcome: 'PASSED',
  openedBecause: 'PROPOSED',
  dueOn: null,
  expiresOn: new Date('2026-12-31T00:00:00Z'),
  reportId: null,
  textChangedOn: null,
}
const ACCOUNT: AccountEvidence = {
  useCategory: 'PUBLIC_COMMUNICATION',
  commentPolicyUrl: null,
  privacyNoticeUrl: null,
  recordsCaptureMethod: 'Exported once a day.',
  officialOutletUrl: null,
  securityAttestation: null,
  attestation: null,
  reviews: [REVIEW],
}

test('a fact on record answers, and what is recorded is the evidence', () => {
  expect(answerByFact('RECORDS_CAPTURE', ACCOUNT, NOW)).toEqual({
    outcome: 'MET',
    evidence: 'Exported once a day.',
  })
  expect(answerByFact('OFFICIAL_OUTLET', ACCOUNT, NOW).outcome).toBe('NOT_MET')
  expect(answerByFact('PLATFORM_ACCESSIBILITY_REVIEW', ACCOUNT, NOW)).toEqual({
    outcome: 'MET',
    evidence: 'The platform’s accessibility review holds until 2026-12-31.',
  })
})
test('a review that has expired, failed or is missing answers no', () => {
  const after = new Date('2027-01-01T00:00:00Z')
  expect(answerByFact('PLATFORM_ACCESSIBILITY_REVIEW', ACCOUNT, after).evidence).toContain('expired')
  const failed = { ...ACCOUNT, reviews: [{ ...REVIEW, outcome: 'FAILED' as const }] }
  expect(answerByFact('PLATFORM_ACCESSIBILITY_REVIEW', failed, NOW).outcome).toBe('NOT_MET')
  expect(answerByFact('PLATFORM_PRIVACY_REVIEW', ACCOUNT, NOW).evidence).toContain('not on record')
})
test('security is attested while the attestation holds, or by what was said of the request', () => {
  const attestation = {
    attestedAt: new Date('2026-05-01T00:00:00Z'),
    dueAt: new Date('2027-05-01T00:00:00Z'),
  }
  expect(answerByFact('SECURITY_ATTESTATION', { ...ACCOUNT, attestation }, NOW).outcome).toBe('MET')
  expect(answerByFact('SECURITY_ATTESTATION', { ...ACCOUNT, attestation }, attestation.dueAt).outcome).toBe(
    'NOT_MET',
  )
  const said = { ...ACCOUNT, securityAttestation: 'ATTESTED' as const }
  expect(answerByFact('SECURITY_ATTESTATION', said, NOW).outcome).toBe('MET')
  expect(answerByFact('SECURITY_ATTESTATION', ACCOUNT, NOW).outcome).toBe('NOT_MET')
})
