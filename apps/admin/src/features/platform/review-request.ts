import { change, type ChangeRequest } from '@official-accounts/client/change'
import type { ReviewKind } from '@official-accounts/domain/platform/platform'
import {
  INDEMNIFICATION_FINDINGS,
  PLATFORM_USES,
  PRIVACY_THRESHOLDS,
} from '@official-accounts/domain/platform/review-report'
import { addressOf, listOf, requiredValue, valueOf, type FormValues } from '../../form/form-field.ts'
import { choiceOf } from '../../ui/search-params.ts'
import { OUTCOMES } from './review-fields.ts'
import { RecordPlatformReviewMutation } from './review.documents.ts'

interface Stamp {
  readonly expectedVersion: number
  readonly idempotencyKey: string
}

/** What the form of a review sends. */
export function reviewRequest(
  platformId: string,
  kind: ReviewKind,
  templateId: string | null,
  values: FormValues,
  stamp: Stamp,
): ChangeRequest {
  const use = choiceOf(PLATFORM_USES, values['use']) ?? null
  return change(RecordPlatformReviewMutation, {
    platformId,
    kind,
    templateId,
    outcome: choiceOf(OUTCOMES, values['outcome']) ?? 'FAILED',
    findings: requiredValue(values, 'findings'),
    conditions: valueOf(values, 'conditions'),
    expiresOn: valueOf(values, 'expiresOn'),
    indemnification: choiceOf(INDEMNIFICATION_FINDINGS, values['indemnification']) ?? null,
    textUrl: addressOf(values, 'textUrl'),
    textSha256: valueOf(values, 'textSha256'),
    textDatedOn: valueOf(values, 'textDatedOn'),
    threshold: choiceOf(PRIVACY_THRESHOLDS, values['threshold']) ?? null,
    assessment: kind === 'PRIVACY' ? assessmentOf(values) : null,
    use,
    // Comparable platforms are used alike; where they are not, each has a review of its own.
    alsoCovers: listOf(values, 'alsoCovers').map((platform) => ({ platform, use })),
    ...stamp,
  })
}

function assessmentOf(values: FormValues) {
  return {
    specificPurpose: valueOf(values, 'assessment.specificPurpose'),
    availableInformation: valueOf(values, 'assessment.availableInformation'),
    intendedUse: valueOf(values, 'assessment.intendedUse'),
    sharing: valueOf(values, 'assessment.sharing'),
    retention: valueOf(values, 'assessment.retention'),
    safeguards: valueOf(values, 'assessment.safeguards'),
    otherRisks: valueOf(values, 'assessment.otherRisks'),
    recordsSystem: valueOf(values, 'assessment.recordsSystem'),
  }
}
