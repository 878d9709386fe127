import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { SeenFact } from '../../form/seen-version.ts'
import { RecordActionForm } from '../../record/record-action-form.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords, isOneOf } from '../../ui/words.ts'
import { EXCEPTION_ACTION_NAMES, EXCEPTION_COMMANDS } from './exception-commands.ts'
import { exceptionTitle } from './exception-words.tsx'
import { ExceptionQuery, type ExceptionDetail } from './exception.documents.ts'

/** The form of one action on one exception. */
export function ExceptionActionPage() {
  const { id, action } = useParams({ from: '/exceptions/$id/$action' })
  const [state, retry] = useQuery({ query: ExceptionQuery, variables: { id } })
  if (!isOneOf(EXCEPTION_ACTION_NAMES, action)) return <RecordMissing noun="action" />
  return (
    <QueryView state={state} what="the exception" onRetry={retry}>
      {({ exception }) => {
        if (!exception) return <RecordMissing noun="exception" />
        return (
          <RecordActionForm
            key={`${id} ${action}`}
            record={exception}
            title={exceptionTitle(exception)}
            action={action}
            command={EXCEPTION_COMMANDS[action]}
            facts={exceptionSeenFacts}
            onReload={() => retry({ requestPolicy: 'network-only' })}
            back={
              <Link to="/exceptions/$id" params={{ id }} className="usa-button usa-button--unstyled">
                Back to the exception
              </Link>
            }
          />
        )
      }}
    </QueryView>
  )
}

function exceptionSeenFacts({ state, conditions }: ExceptionDetail): SeenFact[] {
  return [
    { name: 'state', label: 'State', value: enumWords(state) },
    { name: 'conditions', label: 'Conditions', value: conditions ?? '' },
  ]
}
