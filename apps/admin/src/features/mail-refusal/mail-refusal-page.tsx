import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { RecordBody } from '../../record/record-body.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords } from '../../ui/words.ts'
import { mailRefusalActionLabel } from './mail-refusal-commands.ts'
import { MailRefusalQuery, type MailRefusalDetail } from './mail-refusal.documents.ts'

/** Mail to somebody that the mail server refuses for good, and what may be done about it. */
export function MailRefusalPage() {
  const { id } = useParams({ from: '/mail-refusals/$id' })
  const [state, retry] = useQuery({ query: MailRefusalQuery, variables: { id } })
  return (
    <QueryView state={state} what="the refused mail" onRetry={retry}>
      {({ mailRefusal }) =>
        mailRefusal ? <MailRefusal refusal={mailRefusal} /> : <RecordMissing noun="refused mail" />
      }
    </QueryView>
  )
}

function MailRefusal({ refusal }: { readonly refusal: MailRefusalDetail }) {
  const { kind } = useSearch({ from: '/mail-refusals/$id' })
  const { id, person, outcome, failure, mails, refusedAt, lastRefusedAt, settledAt, settledBy } = refusal
  return (
    <RecordBody
      id={id}
      title={`Refused mail to ${person?.displayName ?? 'somebody'}`}
      path={`/mail-refusals/${id}`}
      header={[
        { label: 'State', value: outcome ? enumWords(outcome) : 'Open' },
        { label: 'Mails', value: mails },
        { label: 'Refused since', value: <InstantText at={refusedAt} /> },
      ]}
      facts={[
        {
          label: 'Reader',
          value: person && (
            <Link to="/people/$id" params={{ id: person.id }} className="usa-link">
              {person.displayName}
            </Link>
          ),
        },
        { label: 'What the server said', value: failure },
        { label: 'Last refused', value: <InstantText at={lastRefusedAt} /> },
        { label: 'Settled', value: settledAt && <InstantText at={settledAt} /> },
        { label: 'Settled by', value: settledBy?.displayName },
      ]}
      actions={refusal.availableActions}
      labelOf={mailRefusalActionLabel}
      stateReason={() => 'Possible only while it is open.'}
      linkTo={(action, label) => (
        <Link
          to="/mail-refusals/$id/$action"
          params={{ id, action }}
          className="usa-button usa-button--outline"
        >
          {label}
        </Link>
      )}
      decisions={null}
      kind={kind}
    />
  )
}
