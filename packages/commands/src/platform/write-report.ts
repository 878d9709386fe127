import type { Tx } from '@official-accounts/db/transaction'
import type { PlatformUse, ReportContent } from '@official-accounts/domain/platform/review-report'
import { ASSESSMENT_PART_NAMES } from '@official-accounts/domain/platform/review-report'

/** A report with the platforms it covers. */
export interface WrittenReport extends ReportContent {
  readonly id: string
  readonly templateId: string | null
  readonly reviewedById: string | null
  readonly reviewedAt: Date
  readonly covers: readonly { readonly platformId: string; readonly use: PlatformUse | null }[]
}

/** Appends a report and makes it the last word of its office on every platform it covers, in one statement. */
export async function writeReport(tx: Tx, report: WrittenReport): Promise<void> {
  const coverage = report.covers.map(({ platformId, use }) => ({
    report_id: report.id,
    platform_id: platformId,
    use,
  }))
  await tx.$executeRaw`
    WITH report AS (
      INSERT INTO review_report
      SELECT * FROM jsonb_populate_record(null::review_report, ${JSON.stringify(reportRow(report))}::jsonb)
      RETURNING id, outcome, findings, conditions, expires_on, kind, reviewed_by_id, reviewed_at
    ), assessment AS (
      INSERT INTO privacy_assessment
      SELECT * FROM jsonb_populate_recordset(null::privacy_assessment, ${JSON.stringify(assessmentRows(report))}::jsonb)
    ), covered AS (
      INSERT INTO review_coverage (report_id, platform_id, use, previous_report_id)
      SELECT c.report_id, c.platform_id, c.use, before.report_id
      FROM jsonb_populate_recordset(null::review_coverage, ${JSON.stringify(coverage)}::jsonb) c
      LEFT JOIN platform_review before ON before.platform_id = c.platform_id
        AND before.kind = ${report.kind}::"ReviewKind"
      RETURNING platform_id
    )
    UPDATE platform_review r SET outcome = t.outcome, findings = t.findings, conditions = t.conditions,
      expires_on = t.expires_on, reviewed_by_id = t.reviewed_by_id, reviewed_at = t.reviewed_at,
      previous_report_id = r.report_id, report_id = t.id, version = r.version + 1
    FROM report t, covered c WHERE r.platform_id = c.platform_id AND r.kind = t.kind`
}

function reportRow(report: WrittenReport): object {
  return {
    id: report.id,
    kind: report.kind,
    outcome: report.outcome,
    findings: report.findings,
    conditions: report.conditions,
    expires_on: report.expiresOn,
    indemnification: report.indemnification,
    text_url: report.textUrl,
    text_sha256: report.textSha256,
    text_dated_on: report.textDatedOn,
    threshold: report.threshold,
    template_id: report.templateId,
    reviewed_by_id: report.reviewedById,
    reviewed_at: report.reviewedAt,
  }
}

// A negative outcome may leave the assessment unfinished: then it is told in the findings alone.
function assessmentRows({ id, assessment }: WrittenReport): readonly object[] {
  if (assessment === null || ASSESSMENT_PART_NAMES.some((part) => !assessment[part])) return []
  return [
    {
      report_id: id,
      specific_purpose: assessment.specificPurpose,
      available_information: assessment.availableInformation,
      intended_use: assessment.intendedUse,
      sharing: assessment.sharing,
      retention: assessment.retention,
      safeguards: assessment.safeguards,
      other_risks: assessment.otherRisks,
      records_system: assessment.recordsSystem,
    },
  ]
}
