import { change } from '@official-accounts/client/change'
import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { requiredValue } from '../../form/form-field.ts'
import { RecordActionForm, type RecordCommand } from '../../record/record-action-form.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords } from '../../ui/words.ts'
import { delegationTitle } from './delegation-words.ts'
import { DelegationQuery, RevokeDelegationMutation, type DelegationDetail } from './delegation.documents.ts'

const REVOKE: RecordCommand<DelegationDetail> = {
  label: 'Revoke',
  send: 'Revoke it',
  done: 'It was revoked: the next decision no longer counts it.',
  fields: [
    {
      name: 'reason',
      label: 'Reason',
      control: 'LONG_TEXT',
      required: true,
      hint: 'Kept with the record.',
    },
  ],
  request: ({ id, version }, values, idempotencyKey) =>
    change(RevokeDelegationMutation, {
      delegationId: id,
      expectedVersion: version,
      reason: requiredValue(values, 'reason'),
      idempotencyKey,
    }),
}

/** The form that ends a record of delegation. */
export function RevokeDelegationPage() {
  const { id } = useParams({ from: '/delegations/$id/revoke' })
  const [state, retry] = useQuery({ query: DelegationQuery, variables: { id } })
  return (
    <QueryView state={state} what="the delegation" onRetry={retry}>
      {({ delegation }) =>
        delegation ? (
          <RecordActionForm
            record={delegation}
            title={delegationTitle(delegation)}
            action="revokeDelegation"
            command={REVOKE}
            facts={({ standing }) => [{ name: 'standing', label: 'Standing', value: enumWords(standing) }]}
            onReload={() => retry({ requestPolicy: 'network-only' })}
            back={
              <Link to="/delegations/$id" params={{ id }} className="usa-button usa-button--unstyled">
                Back to the delegation
              </Link>
            }
          />
        ) : (
          <RecordMissing noun="delegation" />
        )
      }
    </QueryView>
  )
}
