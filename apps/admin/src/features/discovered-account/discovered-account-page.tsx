import { discoveredAccountMachine } from '@official-accounts/domain/discovered-account/discovered-account-machine'
import { statesFor } from '@official-accounts/domain/state-machine'
import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ActionList } from '../../record/action-list.tsx'
import { DecisionList } from '../../record/decision-list.tsx'
import { RecordHeader } from '../../record/record-header.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { enumWords } from '../../ui/words.ts'
import {
  DISCOVERED_ACCOUNT_TONES,
  discoveredAccountActionLabel,
  isDiscoveredAccountAction,
} from './discovered-account-commands.ts'
import { DiscoveredAccountQuery, type DiscoveredAccountDetail } from './discovered-account.documents.ts'

const CHANGING = { additionalTypenames: ['DiscoveredAccount'] }

/** One account found in use without approval: where it was seen, and what was decided on it (V.B.8). */
export function DiscoveredAccountPage() {
  const { id } = useParams({ from: '/discovered/$id' })
  const [state, retry] = useQuery({ query: DiscoveredAccountQuery, variables: { id }, context: CHANGING })
  return (
    <QueryView state={state} what="the discovered account" onRetry={retry}>
      {({ discoveredAccount }) =>
        discoveredAccount === null ? (
          <RecordMissing noun="discovered account" />
        ) : (
          <DiscoveredAccountView discovered={discoveredAccount} />
        )
      }
    </QueryView>
  )
}

function DiscoveredAccountView({ discovered }: { readonly discovered: DiscoveredAccountDetail }) {
  const { id, state, component, reportedAt, reportedBy, availableActions, decisions } = discovered
  return (
    <>
      <PageHeading title={`Discovered: ${discovered.profileUrl}`} />
      <RecordHeader
        facts={[
          {
            label: 'State',
            value: <StatusTag status={state} tone={DISCOVERED_ACCOUNT_TONES[state] ?? 'WAITING'} />,
          },
          { label: 'Seems to be of', value: `${component.name} (${component.code})` },
          { label: 'Reported', value: <InstantText at={reportedAt} /> },
          { label: 'By', value: reportedBy?.displayName ?? 'Somebody you may not see' },
        ]}
      >
        <p>
          {discovered.platform?.name ?? 'No account on a platform known here'}:{' '}
          <OutsideLink href={discovered.profileUrl}>{discovered.profileUrl}</OutsideLink>
        </p>
        <p>Seen: {discovered.whereSeen}</p>
        <Outcome discovered={discovered} />
      </RecordHeader>
      <ActionList
        actions={availableActions}
        labelOf={discoveredAccountActionLabel}
        stateReason={stateReason}
        linkTo={(action, label) => (
          <Link
            to="/discovered/$id/$action"
            params={{ id, action }}
            className="usa-button usa-button--outline"
          >
            {label}
          </Link>
        )}
      />
      <section aria-labelledby="decisions-heading">
        <h2 id="decisions-heading">Decisions</h2>
        <DecisionList decisions={decisions} />
      </section>
    </>
  )
}

function Outcome({
  discovered: { account, closure, evidence },
}: {
  readonly discovered: DiscoveredAccountDetail
}) {
  if (account !== null) {
    return (
      <p>
        Adopted as{' '}
        <Link to="/accounts/$slug" params={{ slug: account.slug }} className="usa-link">
          {account.title}
        </Link>
      </p>
    )
  }
  return closure === null ? null : (
    <p>
      {enumWords(closure)}: {evidence}
    </p>
  )
}

function stateReason(action: string): string {
  const states = isDiscoveredAccountAction(action) ? statesFor(discoveredAccountMachine, action) : []
  return `Possible only while it is ${states.map((state) => `“${enumWords(state)}”`).join(' or ')}.`
}
