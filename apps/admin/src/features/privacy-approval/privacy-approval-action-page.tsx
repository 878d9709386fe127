import { PRIVACY_ACTIONS } from '@official-accounts/domain/privacy-approval/privacy-approval-machine'
import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { SeenFact } from '../../form/seen-version.ts'
import { RecordActionForm } from '../../record/record-action-form.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords, isOneOf } from '../../ui/words.ts'
import { PRIVACY_COMMANDS } from './privacy-approval-commands.ts'
import { privacyApprovalTitle } from './privacy-approval-words.ts'
import { PrivacyApprovalQuery, type PrivacyApprovalDetail } from './privacy-approval.documents.ts'

/** The form of one action on one question to the Chief Privacy Officer. */
export function PrivacyApprovalActionPage() {
  const { id, action } = useParams({ from: '/privacy-approvals/$id/$action' })
  const [state, retry] = useQuery({ query: PrivacyApprovalQuery, variables: { id } })
  if (!isOneOf(PRIVACY_ACTIONS, action)) return <RecordMissing noun="action" />
  return (
    <QueryView state={state} what="the question" onRetry={retry}>
      {({ privacyApproval }) => {
        if (!privacyApproval) return <RecordMissing noun="question" />
        return (
          <RecordActionForm
            key={`${id} ${action}`}
            record={privacyApproval}
            title={privacyApprovalTitle(privacyApproval)}
            action={action}
            command={PRIVACY_COMMANDS[action]}
            facts={seenFacts}
            onReload={() => retry({ requestPolicy: 'network-only' })}
            back={
              <Link to="/privacy-approvals/$id" params={{ id }} className="usa-button usa-button--unstyled">
                Back to the question
              </Link>
            }
          />
        )
      }}
    </QueryView>
  )
}

function seenFacts({ state, conditions, expiresOn }: PrivacyApprovalDetail): SeenFact[] {
  return [
    { name: 'state', label: 'Answer', value: enumWords(state) },
    { name: 'conditions', label: 'Conditions', value: conditions ?? '' },
    { name: 'expiresOn', label: 'Over on', value: expiresOn ?? '' },
  ]
}
