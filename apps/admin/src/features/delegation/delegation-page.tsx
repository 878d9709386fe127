import { ROLES } from '@official-accounts/domain/access/roles'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { RecordBody } from '../../record/record-body.tsx'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { InstantText } from '../../ui/dates.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { DELEGATION_KIND_WORDS, DELEGATION_TONES, delegationTitle, reachWords } from './delegation-words.ts'
import { DelegationQuery, type DelegationDetail } from './delegation.documents.ts'

/** One record of delegation: who acts for whom, for what and until when. */
export function DelegationPage() {
  const { id } = useParams({ from: '/delegations/$id' })
  const [state, retry] = useQuery({ query: DelegationQuery, variables: { id }, context: CHANGING_RECORDS })
  return (
    <QueryView state={state} what="the delegation" onRetry={retry}>
      {({ delegation }) =>
        delegation ? <Delegation delegation={delegation} /> : <RecordMissing noun="delegation" />
      }
    </QueryView>
  )
}

function Delegation({ delegation }: { readonly delegation: DelegationDetail }) {
  const { kind: part } = useSearch({ from: '/delegations/$id' })
  const { id, kind, standing } = delegation
  return (
    <RecordBody
      id={id}
      title={delegationTitle(delegation)}
      path={`/delegations/${id}`}
      header={[
        { label: 'Standing', value: <StatusTag status={standing} tone={DELEGATION_TONES[standing]} /> },
        { label: 'Kind', value: DELEGATION_KIND_WORDS[kind] },
        { label: 'Reaches', value: reachWords(delegation) },
      ]}
      facts={delegationFacts(delegation)}
      actions={delegation.availableActions}
      labelOf={() => 'Revoke'}
      stateReason={() => 'It has been revoked already.'}
      linkTo={(_action, label) => (
        <Link to="/delegations/$id/revoke" params={{ id }} className="usa-button usa-button--outline">
          {label}
        </Link>
      )}
      decisions={null}
      kind={part}
    />
  )
}

function delegationFacts(delegation: DelegationDetail) {
  const { role, delegator, delegate, validFrom, validUntil, writtenAuthority, reason } = delegation
  return [
    { label: 'Office', value: role ? ROLES[role].title : 'Whatever the person holds' },
    { label: 'Whose place', value: delegator?.displayName ?? 'Nobody’s: the office is vacant' },
    { label: 'Who acts', value: delegate?.displayName ?? 'Nobody: the person stands aside' },
    { label: 'From', value: <InstantText at={validFrom} /> },
    {
      label: 'Until',
      value: validUntil === null ? 'Until it is revoked' : <InstantText at={validUntil} />,
    },
    { label: 'Written authority (IV.A.2)', value: writtenAuthority },
    { label: 'Why', value: reason },
    { label: 'Recorded by', value: delegation.recordedBy.displayName },
    { label: 'Recorded', value: <InstantText at={delegation.createdAt} /> },
    { label: 'Why it was revoked', value: delegation.revocationReason ?? 'It was not revoked' },
  ]
}
