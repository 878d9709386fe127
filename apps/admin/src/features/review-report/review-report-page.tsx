import { ROLES } from '@official-accounts/domain/access/roles'
import { ASSESSMENT_PART_NAMES, ASSESSMENT_PARTS } from '@official-accounts/domain/platform/review-report'
import { REVIEW_OFFICES } from '@official-accounts/domain/platform/review-standing'
import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { RecordHeader } from '../../record/record-header.tsx'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { FactList, type Fact } from '../../ui/fact-list.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { outcomeTone } from '../platform/platform-words.ts'
import { ReportChanges } from './report-changes.tsx'
import { RaiseRiskLink } from '../risk/raise-risk-link.tsx'
import { ReportCoverage } from './report-coverage.tsx'
import { ReportQuery, type ReportDetail } from './review-report.documents.ts'

/** One report: what an office found, under which conditions, of which platforms, and what changed since the last. */
export function ReviewReportPage() {
  const { id } = useParams({ from: '/review-reports/$id' })
  const [state, retry] = useQuery({ query: ReportQuery, variables: { id } })
  return (
    <QueryView state={state} what="the report" onRetry={retry}>
      {({ reviewReport }) =>
        reviewReport === null ? <RecordMissing noun="report" /> : <Report report={reviewReport} />
      }
    </QueryView>
  )
}

function Report({ report }: { readonly report: ReportDetail }) {
  const { kind, outcome, coverage, expiresOn, reviewedAt, reviewedBy, template, changes } = report
  const office = REVIEW_OFFICES[kind]
  return (
    <>
      <PageHeading
        title={`${enumWords(kind)} review of ${coverage.map(({ platform }) => platform.name).join(', ')}`}
      />
      <RecordHeader
        facts={[
          { label: 'Outcome', value: <StatusTag status={outcome} tone={outcomeTone(outcome)} /> },
          {
            label: 'Holds until',
            value: expiresOn === null ? 'It did not pass' : <DateText date={expiresOn} />,
          },
          { label: 'Given by', value: `${ROLES[office.role].title} (${office.clause})` },
          {
            label: 'Recorded',
            value: (
              <>
                <InstantText at={reviewedAt} /> by {reviewedBy?.displayName ?? 'somebody you may not see'}
              </>
            ),
          },
        ]}
      />
      <section aria-labelledby="found-heading">
        <h2 id="found-heading">What it found</h2>
        <FactList facts={[...findings(report), ...textRead(report)]} />
      </section>
      {report.assessment && <Assessment assessment={report.assessment} />}
      <ReportCoverage report={report} />
      <RaiseRiskLink subject={{ report: report.id }} />
      {template !== null && (
        <section aria-labelledby="template-heading">
          <h2 id="template-heading">What it says otherwise than the report it started from</h2>
          <p>
            It started from{' '}
            <Link to="/review-reports/$id" params={{ id: template.id }} className="usa-link">
              the report of <InstantText at={template.reviewedAt} />
            </Link>
            .
          </p>
          <ReportChanges changes={changes} none="It says the same." />
        </section>
      )}
    </>
  )
}

function findings({ findings: found, conditions, kind, threshold, indemnification }: ReportDetail): Fact[] {
  return [
    { label: 'Findings', value: found },
    { label: 'Conditions', value: conditions ?? 'None' },
    ...(kind === 'PRIVACY'
      ? [{ label: 'Threshold analysis (M-10-23)', value: threshold && enumWords(threshold) }]
      : []),
    ...(kind === 'TERMS_OF_SERVICE'
      ? [{ label: 'Indemnification (M-13-10)', value: indemnification && enumWords(indemnification) }]
      : []),
  ]
}

// The text that was read, where the review reads one.
function textRead({ textUrl, textSha256, textDatedOn }: ReportDetail): Fact[] {
  if ((textUrl ?? textSha256 ?? textDatedOn) === null) return []
  return [
    { label: 'Text that was read', value: textUrl && <OutsideLink href={textUrl} /> },
    { label: 'Of the day', value: textDatedOn && <DateText date={textDatedOn} /> },
    { label: 'Its SHA-256', value: textSha256 && <code className="digest">{textSha256}</code> },
  ]
}

function Assessment({ assessment }: { readonly assessment: NonNullable<ReportDetail['assessment']> }) {
  return (
    <section aria-labelledby="assessment-heading">
      <h2 id="assessment-heading">Privacy impact assessment, adapted to third-party services (M-10-23)</h2>
      <FactList
        facts={ASSESSMENT_PART_NAMES.map((part) => ({
          label: ASSESSMENT_PARTS[part],
          value: assessment[part],
        }))}
      />
    </section>
  )
}
