import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ActionList } from '../../record/action-list.tsx'
import { RecordHeader } from '../../record/record-header.tsx'
import { Timeline } from '../../record/timeline.tsx'
import { useRecordPage } from '../../record/use-record-page.ts'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { ClauseText } from '../../ui/clause-list.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { RaiseRiskLink } from '../risk/raise-risk-link.tsx'
import { CorrectiveActions } from './corrective-actions.tsx'
import { FindingQuery, type FindingDetail } from './finding-page.documents.ts'
import { findingActionLabel, findingStateReason } from './finding-words.ts'

/** One finding: what is the matter with what, what may be done to it now, and what is being done about it. */
export function FindingPage() {
  const { id } = useParams({ from: '/findings/$id' })
  const [state, retry] = useQuery({ query: FindingQuery, variables: { id }, context: CHANGING_RECORDS })
  return (
    <QueryView state={state} what="the finding" onRetry={retry}>
      {({ finding }) => (finding === null ? <RecordMissing noun="finding" /> : <Finding finding={finding} />)}
    </QueryView>
  )
}

function Finding({ finding }: { readonly finding: FindingDetail }) {
  const { id, detail, clause, availableActions } = finding
  const possible = availableActions.filter(({ allowed }) => allowed)
  useRecordPage({
    title: detail,
    path: `/findings/${id}`,
    actions: possible.map(({ action }) => ({ action, label: findingActionLabel(action) })),
  })
  return (
    <>
      <PageHeading title={detail} />
      <RecordHeader facts={headerFacts(finding)}>
        {clause && (
          <p>
            <ClauseText clause={clause} />
          </p>
        )}
      </RecordHeader>
      <ActionList
        actions={availableActions}
        labelOf={findingActionLabel}
        stateReason={findingStateReason}
        linkTo={(action, label) => (
          <Link to="/findings/$id/$action" params={{ id, action }} className="usa-button usa-button--outline">
            {label}
          </Link>
        )}
      />
      <CorrectiveActions actions={finding.correctiveActions} />
      <RaiseRiskLink subject={{ finding: id }} />
      <Timeline subject={id} kind={undefined} />
    </>
  )
}

function headerFacts(finding: FindingDetail) {
  const { state, severity, origin, openedAt, openedBy, component } = finding
  return [
    {
      label: 'State',
      value: <StatusTag status={state} tone={state === 'OPEN' ? 'WARNING' : 'ENDED'} />,
    },
    { label: 'About', value: <FindingSubject finding={finding} /> },
    { label: 'Component', value: component.name },
    { label: 'Weight', value: enumWords(severity) },
    {
      label: 'Found',
      value: (
        <>
          {origin === 'AUTOMATIC' ? 'by the registry' : `by ${openedBy?.displayName ?? 'an office'}`},{' '}
          <InstantText at={openedAt} />
        </>
      ),
    },
    ...(finding.closedAt === null ? [] : [{ label: 'Closed', value: <Closing finding={finding} /> }]),
  ]
}

function Closing({ finding: { closedAt, closedBy, closeReason } }: { readonly finding: FindingDetail }) {
  return (
    <>
      {closedAt && <InstantText at={closedAt} />}
      {closedBy && `, by ${closedBy.displayName}`}
      {closeReason && `: ${closeReason}`}
    </>
  )
}

function FindingSubject({ finding: { account, platform } }: { readonly finding: FindingDetail }) {
  if (account) {
    return (
      <Link to="/accounts/$slug" params={{ slug: account.slug }} className="usa-link">
        {account.title}
      </Link>
    )
  }
  if (platform === null) return 'The component as a whole'
  return (
    <Link to="/platforms/$slug" params={{ slug: platform.slug }} className="usa-link">
      {platform.name}
    </Link>
  )
}
