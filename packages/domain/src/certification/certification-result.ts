import { canonicalJson } from '../audit/canonical-bytes.ts'
import type { CertificationQuestion, GivenAnswer } from './certification.ts'

/** Names the format, so that no other hashed text can be taken for a result. */
export const CERTIFICATION_RESULT_TAG = 'official-accounts/certification-result/v1'

/** Everything a closed certification found, account by account. People appear by id only. */
export interface CertificationResult {
  readonly id: string
  readonly name: string
  readonly filter: string
  readonly dueOn: string
  readonly openedAt: string
  readonly closedAt: string
  readonly closedById: string
  readonly questions: readonly CertificationQuestion[]
  readonly components: readonly ComponentResult[]
}

/** One component's part of a result. */
export interface ComponentResult {
  readonly componentId: string
  readonly code: string
  /** NOT_ANSWERED where the component never certified. */
  readonly outcome: 'CERTIFIED' | 'NOT_ANSWERED'
  readonly certifiedAt: string | null
  readonly overdueSince: string | null
  readonly accounts: readonly {
    readonly accountId: string
    readonly slug: string
    readonly answered: boolean
    readonly unchanged: boolean
    readonly answeredAt: string | null
    readonly answeredById: string | null
    readonly note: string | null
    readonly answers: readonly GivenAnswer[]
    readonly evidence: unknown
  }[]
}

/**
 * A result as the one text its digest is made of: JSON with sorted keys and no white space. SHA-256 over its UTF-8
 * bytes is the digest, so that anybody can check it with `sha256sum`.
 */
export function certificationResultText(result: CertificationResult): string {
  return canonicalJson({ format: CERTIFICATION_RESULT_TAG, ...result })
}
