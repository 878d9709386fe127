import { INCIDENT_ACTIONS } from '@official-accounts/domain/incident/incident-machine'
import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { SeenFact } from '../../form/seen-version.ts'
import { RecordActionForm } from '../../record/record-action-form.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords, isOneOf } from '../../ui/words.ts'
import { incidentCommand } from './incident-commands.ts'
import { incidentTitle } from './incident-words.ts'
import { IncidentQuery, type IncidentDetail } from './incident.documents.ts'

/** The form of one action on one incident. */
export function IncidentActionPage() {
  const { id, action } = useParams({ from: '/incidents/$id/$action' })
  const [state, retry] = useQuery({ query: IncidentQuery, variables: { id } })
  if (!isOneOf(INCIDENT_ACTIONS, action)) return <RecordMissing noun="action" />
  return (
    <QueryView state={state} what="the incident" onRetry={retry}>
      {({ incident }) => {
        if (!incident) return <RecordMissing noun="incident" />
        return (
          <RecordActionForm
            key={`${id} ${action}`}
            record={incident}
            title={incidentTitle(incident)}
            action={action}
            command={incidentCommand(action, incident)}
            facts={incidentSeenFacts}
            onReload={() => retry({ requestPolicy: 'network-only' })}
            back={
              <Link to="/incidents/$id" params={{ id }} className="usa-button usa-button--unstyled">
                Back to the incident
              </Link>
            }
          />
        )
      }}
    </QueryView>
  )
}

function incidentSeenFacts({ state, checklist }: IncidentDetail): SeenFact[] {
  return [
    { name: 'state', label: 'State', value: enumWords(state) },
    ...checklist.map(({ text, doneAt }, step) => ({
      name: `step ${step}`,
      label: text,
      value: doneAt === null ? 'Not done' : 'Done',
    })),
  ]
}
