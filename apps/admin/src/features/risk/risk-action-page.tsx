import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { SeenFact } from '../../form/seen-version.ts'
import { RecordActionForm } from '../../record/record-action-form.tsx'
import { CHANGING_RECORDS } from '../../ui/change-types.ts'
import { QueryView } from '../../ui/query-view.tsx'
import { RecordMissing } from '../../ui/record-missing.tsx'
import { enumWords } from '../../ui/words.ts'
import { RISK_COMMANDS } from './risk-commands.ts'
import { isRiskAction } from './risk-words.tsx'
import { RiskQuery, type RiskDetail } from './risk.documents.ts'

/** The form of one action on one risk. */
export function RiskActionPage() {
  const { id, action } = useParams({ from: '/risks/$id/$action' })
  const [state, retry] = useQuery({ query: RiskQuery, variables: { id }, context: CHANGING_RECORDS })
  if (!isRiskAction(action)) return <RecordMissing noun="action" />
  return (
    <QueryView state={state} what="the risk" onRetry={retry}>
      {({ risk }) =>
        risk === null ? (
          <RecordMissing noun="risk" />
        ) : (
          <RecordActionForm
            key={`${id} ${action}`}
            record={risk}
            title={risk.title}
            action={action}
            command={RISK_COMMANDS[action]}
            facts={riskSeenFacts}
            onReload={() => retry({ requestPolicy: 'network-only' })}
            back={
              <Link to="/risks/$id" params={{ id }} className="usa-button usa-button--unstyled">
                Back to the risk
              </Link>
            }
          />
        )
      }
    </QueryView>
  )
}

function riskSeenFacts({ state, residualRating, reviewBy, mitigations }: RiskDetail): SeenFact[] {
  return [
    { name: 'state', label: 'State', value: enumWords(state) },
    { name: 'residualRating', label: 'What is left', value: enumWords(residualRating ?? 'NOT_ASSESSED') },
    { name: 'reviewBy', label: 'Look again by', value: reviewBy ?? '' },
    {
      name: 'mitigations',
      label: 'Mitigations',
      value: mitigations.map(({ task, state: stage }) => `${task} (${enumWords(stage)})`).join('; '),
    },
  ]
}
