import type { SecurityAnswer, UseCategory } from '../account/account.ts'
import type { ReviewFacts, ReviewKind } from '../platform/platform.ts'
import { dayOf, reviewTrouble, reviewWords } from '../platform/review-standing.ts'
import type { LawFact, LawOutcome } from './law-checklist.ts'

/** What the registry answers by itself, and what shows it. */
export interface AutomaticAnswer {
  readonly outcome: LawOutcome
  readonly evidence: string
}

/** What an account's own record says. */
export interface AccountRecord {
  readonly useCategory: UseCategory
  readonly commentPolicyUrl: string | null
  readonly privacyNoticeUrl: string | null
  readonly recordsCaptureMethod: string | null
}

/** What else is on record beside it. */
export interface AccountEvidence extends AccountRecord {
  readonly officialOutletUrl: string | null
  /** What the Chief Information Officer said of the request. */
  readonly securityAttestation: SecurityAnswer | null
  /** The newest attestation against the policy in force, and until when it holds; null without one. */
  readonly attestation: { readonly attestedAt: Date; readonly dueAt: Date } | null
  readonly reviews: readonly ReviewFacts[]
}

/** The facts that an account's own record tells: what a request can put right by itself. */
export const RECORD_FACTS = ['COMMENT_POLICY', 'PRIVACY_NOTICE', 'RECORDS_CAPTURE'] as const
type RecordFact = (typeof RECORD_FACTS)[number]

/** Whether an account's own record tells a fact; the others an office attests, reviews or may except (V.B.12). */
export function isOfRecord(fact: LawFact): fact is RecordFact {
  return RECORD_FACTS.some((own) => own === fact)
}

/** What an account's own record answers. */
export function answerOfRecord(fact: RecordFact, account: AccountRecord): AutomaticAnswer {
  switch (fact) {
    case 'COMMENT_POLICY':
      return forThePublic(account, account.commentPolicyUrl, 'No comment policy is recorded.')
    case 'PRIVACY_NOTICE':
      return forThePublic(account, account.privacyNoticeUrl, 'No privacy notice is recorded.')
    case 'RECORDS_CAPTURE':
      return recorded(account.recordsCaptureMethod, 'How its records are captured is not recorded.')
  }
}

/** What the registry answers to a fact about an account, with what shows it. */
export function answerByFact(fact: LawFact, account: AccountEvidence, now: Date): AutomaticAnswer {
  if (isOfRecord(fact)) return answerOfRecord(fact, account)
  switch (fact) {
    case 'SECURITY_ATTESTATION':
      return attested(account, now)
    case 'PLATFORM_ACCESSIBILITY_REVIEW':
      return reviewed('ACCESSIBILITY', account, now)
    case 'PLATFORM_PRIVACY_REVIEW':
      return reviewed('PRIVACY', account, now)
    case 'PLATFORM_CIVIL_RIGHTS_REVIEW':
      return reviewed('CIVIL_RIGHTS', account, now)
    case 'OFFICIAL_OUTLET':
      return recorded(account.officialOutletUrl, 'No official outlet beside the platform is recorded.')
  }
}

function forThePublic(
  { useCategory }: AccountRecord,
  value: string | null,
  missing: string,
): AutomaticAnswer {
  return useCategory === 'PUBLIC_COMMUNICATION' || (value ?? '').trim() !== ''
    ? recorded(value, missing)
    : { outcome: 'NOT_APPLICABLE', evidence: 'It does not speak to the public.' }
}

function recorded(value: string | null, missing: string): AutomaticAnswer {
  const text = (value ?? '').trim()
  return text === '' ? { outcome: 'NOT_MET', evidence: missing } : { outcome: 'MET', evidence: text }
}

function attested({ attestation, securityAttestation }: AccountEvidence, now: Date): AutomaticAnswer {
  if (attestation !== null) {
    const words = `Attested on ${dayOf(attestation.attestedAt)}, to be attested again by ${dayOf(attestation.dueAt)}.`
    return { outcome: attestation.dueAt > now ? 'MET' : 'NOT_MET', evidence: words }
  }
  return securityAttestation === 'ATTESTED'
    ? { outcome: 'MET', evidence: 'The Chief Information Officer attested its security with the request.' }
    : { outcome: 'NOT_MET', evidence: 'Its security is not attested.' }
}

function reviewed(kind: ReviewKind, { reviews }: AccountEvidence, now: Date): AutomaticAnswer {
  const review = reviews.find((one) => one.kind === kind)
  const words = `The platform’s ${reviewWords(kind)} review`
  if (review === undefined) return { outcome: 'NOT_MET', evidence: `${words} is not on record.` }
  const trouble = reviewTrouble(review, now)
  if (trouble !== null) return { outcome: 'NOT_MET', evidence: `${words} is ${trouble.toLowerCase()}.` }
  const until = review.expiresOn === null ? '' : ` until ${dayOf(review.expiresOn)}`
  return { outcome: 'MET', evidence: `${words} holds${until}.` }
}
