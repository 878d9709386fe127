import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { SeenFact } from '../../form/seen-version.ts'
import { RecordActionForm } from '../../record/record-action-form.tsx'
import { dateWords } from '../../ui/dates.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords, isOneOf } from '../../ui/words.ts'
import { ACCESS_ACTION_NAMES, ACCESS_COMMANDS } from './access-commands.ts'
import { AccessQuery, type AccessDetail } from './access-grant.documents.ts'
import { accessTitle } from './access-words.ts'

/** The form of one action on one record of access. */
export function AccessActionPage() {
  const { id, action } = useParams({ from: '/access/$id/$action' })
  const [state, retry] = useQuery({ query: AccessQuery, variables: { id } })
  if (!isOneOf(ACCESS_ACTION_NAMES, action)) return <RecordMissing noun="action" />
  return (
    <QueryView state={state} what="the record of access" onRetry={retry}>
      {({ accessGrant }) => {
        if (!accessGrant) return <RecordMissing noun="record of access" />
        return (
          <RecordActionForm
            key={`${id} ${action}`}
            record={accessGrant}
            title={accessTitle(accessGrant)}
            action={action}
            command={ACCESS_COMMANDS[action]}
            facts={accessSeenFacts}
            onReload={() => retry({ requestPolicy: 'network-only' })}
            back={
              <Link to="/access/$id" params={{ id }} className="usa-button usa-button--unstyled">
                Back to the record of access
              </Link>
            }
          />
        )
      }}
    </QueryView>
  )
}

function accessSeenFacts({ state, expiresOn }: AccessDetail): SeenFact[] {
  return [
    { name: 'state', label: 'State', value: enumWords(state) },
    { name: 'expiresOn', label: 'Ends on', value: dateWords(expiresOn) },
  ]
}
