import { MAIL_REFUSAL_ACTIONS } from '@official-accounts/domain/mail-refusal/mail-refusal'
import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { RecordActionForm } from '../../record/record-action-form.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { isOneOf } from '../../ui/words.ts'
import { MAIL_REFUSAL_COMMANDS } from './mail-refusal-commands.ts'
import { MailRefusalQuery, type MailRefusalDetail } from './mail-refusal.documents.ts'

/** The form of one action on refused mail. */
export function MailRefusalActionPage() {
  const { id, action } = useParams({ from: '/mail-refusals/$id/$action' })
  const [state, retry] = useQuery({ query: MailRefusalQuery, variables: { id } })
  if (!isOneOf(MAIL_REFUSAL_ACTIONS, action)) return <RecordMissing noun="action" />
  return (
    <QueryView state={state} what="the refused mail" onRetry={retry}>
      {({ mailRefusal }) => {
        if (!mailRefusal) return <RecordMissing noun="refused mail" />
        return (
          <RecordActionForm
            key={`${id} ${action}`}
            record={mailRefusal}
            title={`Refused mail to ${mailRefusal.person?.displayName ?? 'somebody'}`}
            action={action}
            command={MAIL_REFUSAL_COMMANDS[action]}
            facts={seenFacts}
            onReload={() => retry({ requestPolicy: 'network-only' })}
            back={
              <Link to="/mail-refusals/$id" params={{ id }} className="usa-button usa-button--unstyled">
                Back to the refused mail
              </Link>
            }
          />
        )
      }}
    </QueryView>
  )
}

function seenFacts({ outcome, failure, mails }: MailRefusalDetail) {
  return [
    { name: 'outcome', label: 'Settled', value: outcome ?? 'Not yet' },
    { name: 'failure', label: 'What the server said', value: failure },
    { name: 'mails', label: 'Mails', value: `${mails}` },
  ]
}
