import type { ReportTexts } from '@official-accounts/domain/platform/report-changes'
import type { Prisma } from '../generated/client/client.ts'

/** What has to be read of a report to compare it with another. */
export const reportTextsSelect = {
  outcome: true,
  findings: true,
  conditions: true,
  expiresOn: true,
  indemnification: true,
  textUrl: true,
  textSha256: true,
  textDatedOn: true,
  threshold: true,
  assessment: {
    select: {
      specificPurpose: true,
      availableInformation: true,
      intendedUse: true,
      sharing: true,
      retention: true,
      safeguards: true,
      otherRisks: true,
      recordsSystem: true,
    },
  },
} satisfies Prisma.ReviewReportSelect

/** A report as texts by field, its assessment's parts among them. */
export function reportTexts(
  row: Prisma.ReviewReportGetPayload<{ select: typeof reportTextsSelect }>,
): ReportTexts {
  const { outcome, findings, conditions, indemnification, textUrl, textSha256, threshold, assessment } = row
  return {
    outcome,
    findings,
    conditions,
    expiresOn: day(row.expiresOn),
    indemnification,
    textUrl,
    textSha256,
    textDatedOn: day(row.textDatedOn),
    threshold,
    specificPurpose: assessment?.specificPurpose ?? null,
    availableInformation: assessment?.availableInformation ?? null,
    intendedUse: assessment?.intendedUse ?? null,
    sharing: assessment?.sharing ?? null,
    retention: assessment?.retention ?? null,
    safeguards: assessment?.safeguards ?? null,
    otherRisks: assessment?.otherRisks ?? null,
    recordsSystem: assessment?.recordsSystem ?? null,
  }
}

function day(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null
}
