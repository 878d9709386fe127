import type { DiscoveredAccountAction } from '@official-accounts/domain/discovered-account/discovered-account-machine'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { BlockedNotice } from '../../record/blocked-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { DISCOVERED_ACCOUNT_COMMANDS, isDiscoveredAccountAction } from './discovered-account-commands.ts'
import { DiscoveredAccountQuery, type DiscoveredAccountDetail } from './discovered-account.documents.ts'

/** The form of one decision on a discovered account. */
export function DiscoveredAccountActionPage() {
  const { id, action } = useParams({ from: '/discovered/$id/$action' })
  const [state, retry] = useQuery({ query: DiscoveredAccountQuery, variables: { id } })
  if (!isDiscoveredAccountAction(action)) return <RecordMissing noun="action" />
  return (
    <QueryView state={state} what="the discovered account" onRetry={retry}>
      {({ discoveredAccount }) =>
        discoveredAccount === null ? (
          <RecordMissing noun="discovered account" />
        ) : (
          <DecisionForm
            discovered={discoveredAccount}
            action={action}
            onReload={() => retry({ requestPolicy: 'network-only' })}
          />
        )
      }
    </QueryView>
  )
}

interface DecisionFormProps {
  readonly discovered: DiscoveredAccountDetail
  readonly action: DiscoveredAccountAction
  readonly onReload: () => void
}

function DecisionForm({ discovered, action, onReload }: DecisionFormProps) {
  const navigate = useNavigate()
  const { id, version, profileUrl } = discovered
  const command = DISCOVERED_ACCOUNT_COMMANDS[action]
  const offered = discovered.availableActions.find((entry) => entry.action === action)
  return (
    <>
      <PageHeading title={`${command.label}: ${profileUrl}`} />
      <p className="usa-intro-small">{command.about}</p>
      {offered?.blockedBy && <BlockedNotice blocker={offered.blockedBy} />}
      <ChangeForm
        formKey={`discovered/${id}/${action}`}
        fields={command.fields}
        initial={command.initial}
        submitLabel={command.label}
        request={(values, idempotencyKey) =>
          command.request(id, values, { expectedVersion: version, idempotencyKey })
        }
        onRefused={onReload}
        onDone={() => {
          showNotice(command.done)
          void navigate({ to: '/discovered/$id', params: { id } })
        }}
        cancel={
          <Link to="/discovered/$id" params={{ id }} className="usa-button usa-button--unstyled">
            Back to the report
          </Link>
        }
      />
    </>
  )
}
