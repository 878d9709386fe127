import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { RecordBody } from '../../record/record-body.tsx'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { ClauseList } from '../../ui/clause-list.tsx'
import { InstantText } from '../../ui/dates.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { exceptionActionLabel, exceptionStateReason } from './exception-commands.ts'
import { exceptionTitle, STANDING_TONES, subjectWords } from './exception-words.tsx'
import { ExceptionQuery, type ExceptionDetail } from './exception.documents.ts'

/** One exception: what it lifts, for what and until when, and what may be done with it. */
export function ExceptionPage() {
  const { id } = useParams({ from: '/exceptions/$id' })
  const [state, retry] = useQuery({ query: ExceptionQuery, variables: { id }, context: CHANGING_RECORDS })
  return (
    <QueryView state={state} what="the exception" onRetry={retry}>
      {({ exception }) =>
        exception ? <Exception exception={exception} /> : <RecordMissing noun="exception" />
      }
    </QueryView>
  )
}

function Exception({ exception }: { readonly exception: ExceptionDetail }) {
  const { kind } = useSearch({ from: '/exceptions/$id' })
  const { id, standing, validFrom, validUntil } = exception
  return (
    <RecordBody
      id={id}
      title={exceptionTitle(exception)}
      path={`/exceptions/${id}`}
      header={[
        { label: 'Standing', value: <StatusTag status={standing} tone={STANDING_TONES[standing]} /> },
        { label: 'For', value: subjectWords(exception) },
        { label: 'From', value: <InstantText at={validFrom} /> },
        { label: 'Until', value: <InstantText at={validUntil} /> },
      ]}
      facts={exceptionFacts(exception)}
      actions={exception.availableActions}
      labelOf={exceptionActionLabel}
      stateReason={exceptionStateReason}
      linkTo={(action, label) => (
        <Link to="/exceptions/$id/$action" params={{ id, action }} className="usa-button usa-button--outline">
          {label}
        </Link>
      )}
      decisions={exception.decisions}
      kind={kind}
    />
  )
}

function exceptionFacts({
  clauses,
  justification,
  conditions,
  requestedBy,
  requestedAt,
  account,
}: ExceptionDetail) {
  return [
    { label: 'Clauses lifted', value: <ClauseList clauses={clauses} /> },
    {
      label: 'Account',
      value: account ? (
        <Link to="/accounts/$slug" params={{ slug: account.slug }} className="usa-link">
          {account.title}
        </Link>
      ) : (
        'Not for one account alone'
      ),
    },
    { label: 'Why', value: justification },
    { label: 'Conditions', value: conditions },
    { label: 'Asked for by', value: requestedBy.displayName },
    { label: 'Asked for', value: <InstantText at={requestedAt} /> },
  ]
}
