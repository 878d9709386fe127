import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { RecordBody } from '../../record/record-body.tsx'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { DateText, InstantText } from '../../ui/dates.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import { privacyActionLabel, privacyStateReason } from './privacy-approval-commands.ts'
import { PRIVACY_TONES, privacyApprovalTitle } from './privacy-approval-words.ts'
import { PrivacyApprovalQuery, type PrivacyApprovalDetail } from './privacy-approval.documents.ts'

/** One question to the Chief Privacy Officer: about which values, the answer, and what may be done with it. */
export function PrivacyApprovalPage() {
  const { id } = useParams({ from: '/privacy-approvals/$id' })
  const [state, retry] = useQuery({
    query: PrivacyApprovalQuery,
    variables: { id },
    context: CHANGING_RECORDS,
  })
  return (
    <QueryView state={state} what="the question" onRetry={retry}>
      {({ privacyApproval }) =>
        privacyApproval ? <Approval approval={privacyApproval} /> : <RecordMissing noun="question" />
      }
    </QueryView>
  )
}

function Approval({ approval }: { readonly approval: PrivacyApprovalDetail }) {
  const { kind } = useSearch({ from: '/privacy-approvals/$id' })
  const { id, standing, state, expiresOn } = approval
  return (
    <RecordBody
      id={id}
      title={privacyApprovalTitle(approval)}
      path={`/privacy-approvals/${id}`}
      header={[
        { label: 'Standing', value: <StatusTag status={standing} tone={PRIVACY_TONES[standing]} /> },
        { label: 'Answer', value: enumWords(state) },
        { label: 'Over on', value: expiresOn ? <DateText date={expiresOn} /> : 'No day' },
      ]}
      facts={approvalFacts(approval)}
      actions={approval.availableActions}
      labelOf={privacyActionLabel}
      stateReason={privacyStateReason}
      linkTo={(action, label) => (
        <Link
          to="/privacy-approvals/$id/$action"
          params={{ id, action }}
          className="usa-button usa-button--outline"
        >
          {label}
        </Link>
      )}
      decisions={approval.decisions}
      kind={kind}
    />
  )
}

function approvalFacts(approval: PrivacyApprovalDetail) {
  const { handle, title, purpose, profileUrls, information, whose, need, conditions } = approval
  const { requestedBy, requestedAt } = approval
  return [
    { label: 'About', value: <SubjectLink approval={approval} /> },
    ...(handle === null ? [] : [{ label: 'The very handle', value: handle }]),
    ...(title === null ? [] : [{ label: 'The very name', value: title }]),
    ...(purpose === null ? [] : [{ label: 'The very mission purpose', value: purpose }]),
    ...(profileUrls.length === 0
      ? []
      : [{ label: 'Accounts of individuals', value: <AddressList urls={profileUrls} /> }]),
    { label: 'Personal information', value: information },
    { label: 'Whose', value: whose },
    { label: 'Why it is needed', value: need },
    { label: 'Conditions', value: conditions },
    { label: 'Asked by', value: requestedBy.displayName },
    { label: 'Asked', value: <InstantText at={requestedAt} /> },
  ]
}

function SubjectLink({ approval: { account, accessGrant } }: { readonly approval: PrivacyApprovalDetail }) {
  if (account) {
    return (
      <Link to="/accounts/$slug" params={{ slug: account.slug }} className="usa-link">
        {account.title}
      </Link>
    )
  }
  return accessGrant ? (
    <Link to="/access/$id" params={{ id: accessGrant.id }} className="usa-link">
      A request for access
    </Link>
  ) : (
    'A record you may not see'
  )
}

function AddressList({ urls }: { readonly urls: readonly string[] }) {
  return (
    <ul className="usa-list">
      {urls.map((url) => (
        <li key={url}>{url}</li>
      ))}
    </ul>
  )
}
