import { change, type ChangeRequest } from '@official-accounts/client/change'
import type { ReviewKind } from '@official-accounts/domain/platform/platform'
import {
  INDEMNIFICATION_FINDINGS,
  PLATFORM_USES,
  PRIVACY_THRESHOLDS,
} from '@official-accounts/domain/platform/review-report'
import { addressOf, requiredValue, valueOf, type FormValues } from '../../form/form-field.ts'
import { readParts } from '../../form/parts.ts'
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
    use: choiceOf(PLATFORM_USES, values['use']) ?? null,
    alsoCovers: readParts(values['alsoCovers'] ?? '').map(({ platform = '', use: own }) => ({
      platform,
      use: choiceOf(PLATFORM_USES, own) ?? null,
    })),
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
