import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ActionList } from '../../record/action-list.tsx'
import { RecordHeader } from '../../record/record-header.tsx'
import { Timeline } from '../../record/timeline.tsx'
import { useRecordPage } from '../../record/use-record-page.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { RiskMitigations } from './risk-mitigations.tsx'
import {
  AREA_WORDS,
  IMPACT_WORDS,
  LIKELIHOOD_WORDS,
  RatingTag,
  RISK_TONES,
  riskActionLabel,
  riskStateReason,
} from './risk-words.tsx'
import { RiskQuery, type RiskDetail } from './risk.documents.ts'

/** One risk: how great it is, what is done about it, and its history. */
export function RiskPage() {
  const { id } = useParams({ from: '/risks/$id' })
  const [state, retry] = useQuery({ query: RiskQuery, variables: { id }, context: CHANGING_RECORDS })
  return (
    <QueryView state={state} what="the risk" onRetry={retry}>
      {({ risk }) => (risk === null ? <RecordMissing noun="risk" /> : <Risk risk={risk} />)}
    </QueryView>
  )
}

function Risk({ risk }: { readonly risk: RiskDetail }) {
  const { kind } = useSearch({ from: '/risks/$id' })
  const { id, title, availableActions } = risk
  const possible = availableActions.filter(({ allowed }) => allowed)
  useRecordPage({
    title,
    path: `/risks/${id}`,
    actions: possible.map(({ action }) => ({ action, label: riskActionLabel(action) })),
  })
  return (
    <>
      <PageHeading title={title} />
      <RecordHeader facts={headerFacts(risk)} />
      <ActionList
        actions={availableActions}
        labelOf={riskActionLabel}
        stateReason={riskStateReason}
        linkTo={(action, label) => (
          <Link to="/risks/$id/$action" params={{ id, action }} className="usa-button usa-button--outline">
            {label}
          </Link>
        )}
      />
      <h2>What is recorded</h2>
      <FactList facts={riskFacts(risk)} />
      <RiskMitigations mitigations={risk.mitigations} />
      <Timeline subject={id} kind={kind} />
    </>
  )
}

function headerFacts(risk: RiskDetail) {
  const { state, area, residualRating, reviewBy, reviewOverdue } = risk
  return [
    { label: 'State', value: <StatusTag status={state} tone={RISK_TONES[state]} /> },
    { label: 'To', value: AREA_WORDS[area] },
    { label: 'Of', value: <RiskSubject risk={risk} /> },
    { label: 'What is left', value: <RatingTag rating={residualRating} /> },
    {
      label: 'Look again by',
      value:
        reviewBy === null ? (
          'No day yet'
        ) : (
          <>
            <DateText date={reviewBy} /> {reviewOverdue && <StatusTag status="OVERDUE" tone="WARNING" />}
          </>
        ),
    },
  ]
}

function riskFacts(risk: RiskDetail) {
  const { likelihood, impact, residualLikelihood, residualImpact, acceptedUntil, acceptedBy } = risk
  return [
    { label: 'What may happen', value: risk.description },
    { label: 'While nothing is done', value: <RatingTag rating={risk.inherentRating} /> },
    { label: 'How likely', value: likelihood && LIKELIHOOD_WORDS[likelihood] },
    { label: 'How great the harm', value: impact && IMPACT_WORDS[impact] },
    { label: 'How likely now', value: residualLikelihood && LIKELIHOOD_WORDS[residualLikelihood] },
    { label: 'How great the harm now', value: residualImpact && IMPACT_WORDS[residualImpact] },
    { label: 'Why look again', value: enumWords(risk.reviewBecause) },
    {
      label: 'Accepted',
      value: acceptedUntil && (
        <>
          by {acceptedBy?.displayName ?? 'its office'}, until <DateText date={acceptedUntil} />
        </>
      ),
    },
    { label: 'Seen first in', value: <RiskSource risk={risk} /> },
    {
      label: 'Raised',
      value: (
        <>
          by {risk.raisedBy?.displayName ?? 'somebody'}, <InstantText at={risk.raisedAt} />
        </>
      ),
    },
  ]
}

function RiskSubject({ risk: { account, platform, component } }: { readonly risk: RiskDetail }) {
  if (account)
    return (
      <Link to="/accounts/$slug" params={{ slug: account.slug }} className="usa-link">
        {account.title}
      </Link>
    )
  if (platform === null) return component.name
  return (
    <Link to="/platforms/$slug" params={{ slug: platform.slug }} className="usa-link">
      {platform.name}
    </Link>
  )
}

function RiskSource({ risk: { report, finding, incident } }: { readonly risk: RiskDetail }) {
  const [id, words] = report
    ? [report.id, `${enumWords(report.kind)} review`]
    : finding
      ? [finding.id, `Finding: ${finding.detail}`]
      : incident
        ? [incident.id, `Incident: ${enumWords(incident.kind)}`]
        : [null, 'No record']
  return id === null ? (
    words
  ) : (
    <Link to="/records/$id" params={{ id }} className="usa-link">
      {words}
    </Link>
  )
}
